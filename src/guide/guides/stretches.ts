/** Gentle stretches, each held for 20 s on the left leg and then on the right. */

import { seconds } from '../../../firmware-protocol/quantities.ts';
import type { Guide, Muscle, Phase } from '../guide.ts';
import { at, ready, sides, work } from '../phases.ts';

const muscles: readonly Muscle[] = ['calves', 'hamstrings', 'quadriceps', 'hips', 'glutes'];

const HOLD = seconds(20);
const TIME_BETWEEN_STRETCHES = seconds(12);
const REMINDER_AT = seconds(8);

export const stretches: Guide = {
  id: 'stretches',
  needs: ['wall', 'chair'],
  against: ['clot', 'torn-muscle', 'recent-injury'],
  askFirst: null,
  window: null,
  setting: null,
  asleep: 'waits',
  phases: muscles.flatMap((muscle) =>
    sides.flatMap((side): readonly Phase[] => [
      ready('stretch-ready', TIME_BETWEEN_STRETCHES, at(muscle, side)),
      work('stretch', at(muscle, side), {
        direction: 'on-the-spot',
        passes: 1,
        pace: HOLD,
        prompts: side === 'left' ? [{ at: REMINDER_AT, say: 'no-bounce' }] : [],
      }),
    ]),
  ),
};
