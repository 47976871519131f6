/** Gentle movements of the joints, as far as is easy. The user holds no position and pulls on no limb. */

import { seconds } from '../../../firmware-protocol/quantities.ts';
import type { Side } from '../../../firmware-protocol/zones.ts';
import type { Direction, Guide, Muscle, Phase } from '../guide.ts';
import { at, inMinutes, passesWithin, ready, sides, work } from '../phases.ts';

export interface Mobility {
  readonly minutes: number;
  readonly muscles: readonly Muscle[];
}

export const afterTheWalk: Mobility = {
  minutes: 5,
  muscles: ['ankles', 'calves', 'hamstrings', 'quadriceps', 'hips'],
};

interface Move {
  readonly direction: Direction;
  /** The legs that move, one after the other; null = both at once. */
  readonly sides: readonly (Side | null)[];
}

const moves: Readonly<Record<Muscle, Move>> = {
  feet: { direction: 'to-and-fro', sides: [null] },
  ankles: { direction: 'around', sides },
  calves: { direction: 'to-and-fro', sides: [null] },
  hamstrings: { direction: 'to-and-fro', sides },
  quadriceps: { direction: 'to-and-fro', sides },
  hips: { direction: 'around', sides },
  glutes: { direction: 'to-and-fro', sides },
};

const PACE = seconds(3);
const TIME_BETWEEN_MOVES = seconds(8);
/** Most repetitions of one movement. More would be dull and tiring, so a longer guide repeats the whole round of movements. */
const MOST_PASSES = 12;

export function mobility({ minutes, muscles }: Mobility): Guide {
  const round = muscles.flatMap((muscle) =>
    moves[muscle].sides.map((side) => ({ place: at(muscle, side), ...moves[muscle] })),
  );
  const passesIn = (rounds: number): number => {
    const count = rounds * round.length;
    return passesWithin(seconds(inMinutes(minutes) - count * TIME_BETWEEN_MOVES), count, PACE);
  };
  let rounds = 1;
  while (passesIn(rounds) > MOST_PASSES) rounds++;
  const passes = passesIn(rounds);
  return {
    id: 'mobility',
    needs: ['wall'],
    against: ['clot', 'torn-muscle', 'recent-injury'],
    askFirst: null,
    window: null,
    setting: null,
    asleep: 'waits',
    phases: Array.from({ length: rounds }, () => round)
      .flat()
      .flatMap(({ place, direction }): readonly Phase[] => [
        ready('move-ready', TIME_BETWEEN_MOVES, place),
        work('move', place, { direction, passes, pace: PACE, turn: direction === 'around' ? null : 0.5 }),
      ]),
  };
}
