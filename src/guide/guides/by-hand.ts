/** A light massage by hand, first of the left leg, then of the right. */

import { seconds } from '../../../firmware-protocol/quantities.ts';
import type { Guide, Muscle, Phase } from '../guide.ts';
import { at, inMinutes, passesWithin, ready, sides, work } from '../phases.ts';

export interface ByHand {
  readonly minutes: number;
  readonly muscles: readonly Muscle[];
}

export const footToHip: ByHand = {
  minutes: 5,
  muscles: ['feet', 'calves', 'hamstrings', 'quadriceps'],
};

/** Duration of one stroke, broad and slow, there and back. */
const PACE = seconds(4);
const SIT_DOWN = seconds(12);
const CHANGE_LEG = seconds(10);
const CHANGE_MUSCLE = seconds(6);

export function byHand({ minutes, muscles }: ByHand): Guide {
  const changes = SIT_DOWN + CHANGE_LEG + 2 * (muscles.length - 1) * CHANGE_MUSCLE;
  const time = seconds(inMinutes(minutes) - changes);
  const passes = passesWithin(time, 2 * muscles.length, PACE);
  return {
    id: 'by-hand',
    needs: ['chair', 'oil'],
    against: ['clot', 'open-skin', 'recent-injury', 'no-feeling'],
    askFirst: null,
    window: null,
    setting: null,
    asleep: 'waits',
    phases: sides.flatMap((side) =>
      muscles.flatMap((muscle, which): readonly Phase[] => {
        const sits = side === 'left' ? SIT_DOWN : CHANGE_LEG;
        return [
          ready('hand-ready', which === 0 ? sits : CHANGE_MUSCLE, at(muscle, side)),
          work('hand', at(muscle, side), { direction: 'toward-heart', passes, pace: PACE, turn: 0.7 }),
        ];
      }),
    ),
  };
}
