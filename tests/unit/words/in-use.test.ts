/** The words load in two parts, which must have the same language and unit. */

import { expect, test, vi } from 'vitest';
import { mmhg } from '../../../firmware-protocol/quantities.ts';
import { english } from '../../../src/words/en/english.ts';
import { firstEnglish } from '../../../src/words/en/first/first-english.ts';

test('words that load later have the unit of the first screen’s words, and both change together', async () => {
  // Another test file of this worker may have loaded these modules.
  vi.resetModules();
  const first = await import('../../../src/words/first/first-in-use.ts');
  first.setFirstWords(firstEnglish({ pressureUnit: 'kPa' }));
  const later = await import('../../../src/words/in-use.ts');
  expect(later.words.session.unit).toBe('kPa');
  expect(later.words.intensityAloud(mmhg(60))).toContain('kPa');

  later.useWords(english({ pressureUnit: 'mmHg' }));
  expect(later.words.session.unit).toBe('mmHg');
  expect(first.firstWords.numbers.pressureUnit).toBe('mmHg');
});
