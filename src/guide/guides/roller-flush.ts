/** Light, quick strokes toward the heart with a foam roller or massage stick: each muscle on the left leg, then on the right. */

import { seconds } from '../../../firmware-protocol/quantities.ts';
import type { Guide, Muscle, Phase } from '../guide.ts';
import { at, ready, sides, work } from '../phases.ts';

export interface RollerFlush {
  readonly muscles: readonly Muscle[];
  readonly passes: number;
}

export const afterRunning: RollerFlush = {
  muscles: ['quadriceps', 'hamstrings', 'calves'],
  passes: 10,
};
export const afterFlight: RollerFlush = {
  muscles: ['feet', 'calves', 'hamstrings', 'quadriceps'],
  passes: 10,
};

/** Duration of one pass: toward the heart with some pressure, and back, barely touching. */
const PACE = seconds(1.5);
const SIT_DOWN = seconds(15);
const TIME_BETWEEN_MUSCLES = seconds(10);

export const rollerFlush = ({ muscles, passes }: RollerFlush): Guide => ({
  id: 'roller-flush',
  needs: ['roller'],
  against: ['clot', 'open-skin', 'recent-injury', 'no-feeling'],
  askFirst: null,
  window: null,
  setting: null,
  asleep: 'waits',
  phases: muscles.flatMap((muscle, which) =>
    sides.flatMap((side): readonly Phase[] => [
      ready(
        'roller-ready',
        which === 0 && side === 'left' ? SIT_DOWN : TIME_BETWEEN_MUSCLES,
        at(muscle, side),
      ),
      work('roller', at(muscle, side), { direction: 'toward-heart', passes, pace: PACE, turn: 0.5 }),
    ]),
  ),
});
