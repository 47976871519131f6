/**
 * The program of the guided leak and fit test: low squeezes of the whole leg, each held long enough for a leak to show. It is not among the
 * programs that a person chooses from (presets.ts).
 */

import { mmhg, seconds } from '../../../firmware-protocol/quantities.ts';
import { interval } from '../patterns/interval.ts';
import type { Program } from '../program.ts';

export const leakAndFitTest: Program = {
  ...interval,
  id: 'leak-and-fit-test',
  name: 'Leak and fit test',
  purpose: 'Low squeezes of the whole leg, held long enough for a leak to show.',
  pattern: { ...interval.pattern, prefill: mmhg(18), hold: seconds(20), rest: seconds(12) },
  peak: mmhg(28),
  minutes: 2,
};
