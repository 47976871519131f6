/** Words that load in two parts, in one language and one unit. */

import { expect, test, vi } from 'vitest';
import { mmhg } from '../../../firmware-protocol/quantities.ts';
import { english } from '../../../src/words/en/english.ts';
import { firstEnglish } from '../../../src/words/en/first/first-english.ts';

test('the words that load later have the unit of those on the first screen, and both change together', async () => {
  // Another test file of this worker may have loaded them.
  vi.resetModules();
  const first = await import('../../../src/words/first/first-in-use.ts');
  first.useFirst(firstEnglish({ pressureUnit: 'kPa' }));
  const later = await import('../../../src/words/in-use.ts');
  expect(later.words.session.unit).toBe('kPa');
  expect(later.words.intensityAloud(mmhg(60))).toContain('kPa');

  later.use(english({ pressureUnit: 'mmHg' }));
  expect(later.words.session.unit).toBe('mmHg');
  expect(first.firstWords.numbers.pressureUnit).toBe('mmHg');
});
