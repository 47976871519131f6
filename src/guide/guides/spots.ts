/**
 * Pressure with a ball or a massage gun on one knot in each muscle, on the left leg and then on the right. Not for the first two days after
 * a race or another hard run.
 */

import { type Seconds, seconds } from '../../../firmware-protocol/quantities.ts';
import type { Guide, Muscle, Phase } from '../guide.ts';
import { at, ready, sides, work } from '../phases.ts';

export interface Spots {
  readonly muscles: readonly Muscle[];
  readonly secondsASpot: Seconds;
}

export const oneKnotEach: Spots = { muscles: ['calves', 'glutes'], secondsASpot: seconds(60) };

const TIME_FOR_FIRST_SPOT = seconds(20);
const TIME_FOR_NEXT_SPOT = seconds(15);
/** When the guide tells the user to go on if the knot has eased, counted from the beginning of the pressure. */
const USUALLY_EASED = seconds(30);
const FIRST_TWO_DAYS = 48;

export const spots = ({ muscles, secondsASpot }: Spots): Guide => ({
  id: 'spots',
  needs: ['massager'],
  against: ['clot', 'open-skin', 'recent-injury', 'no-feeling', 'blood-thinners'],
  askFirst: null,
  window: { from: FIRST_TWO_DAYS, to: null },
  setting: null,
  asleep: 'waits',
  phases: muscles.flatMap((muscle, which) =>
    sides.flatMap((side): readonly Phase[] => [
      ready(
        'spot-find',
        which === 0 && side === 'left' ? TIME_FOR_FIRST_SPOT : TIME_FOR_NEXT_SPOT,
        at(muscle, side),
      ),
      work('spot-press', at(muscle, side), {
        direction: 'on-the-spot',
        passes: 1,
        pace: secondsASpot,
        prompts: USUALLY_EASED < secondsASpot ? [{ at: USUALLY_EASED, say: 'eased-yet' }] : [],
      }),
    ]),
  ),
});
