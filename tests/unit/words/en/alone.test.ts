import { expect, it } from 'vitest';
import { seconds } from '../../../../firmware-protocol/quantities.ts';
import { words } from '../../../../src/words/in-use.ts';
import { bootsView } from '../../session-view.ts';

it('the words before Start say how long the boots play on without this page', () => {
  expect(words.choose.alone(bootsView({ alone: seconds(30) }))).toContain('for up to 30 s, then stop');
  expect(words.choose.alone(bootsView({ alone: null }))).toContain('to the end');
  expect(words.choose.alone(bootsView({ alone: null }))).not.toContain('each leg');
  expect(words.choose.alone(bootsView({ alone: null, pair: true }))).toContain('each leg by itself');
});
