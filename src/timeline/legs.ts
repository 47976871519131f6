/** A cycle of one leg, put on the legs of the boots. */

import type { Target } from '../../firmware-protocol/keyframe.ts';
import type { Side } from '../../firmware-protocol/zones.ts';
import type { Pattern } from '../program/program.ts';
import { REST } from './margins.ts';
import type { Beat } from './wave.ts';

/** What a leg does while the other one is squeezed. */
const waiting = (targets: readonly Target[]): readonly Target[] =>
  targets.map((target) => (target === 'vent' ? 'vent' : REST));

/**
 * Beats of all legs, left first: both alike, one after the other, or one alone with the other vented. Boots for one leg play
 * a program for both as their own.
 */
export function onLegs(
  beats: readonly Beat[],
  legs: Pattern['legs'],
  sides: readonly Side[],
): readonly Beat[] {
  const forSides = (of: (side: Side, targets: readonly Target[]) => readonly Target[]): readonly Beat[] =>
    beats.map((beat) => ({ ...beat, targets: sides.flatMap((side) => of(side, beat.targets)) }));
  if (legs === 'together' || (legs === 'alternate' && sides.length === 1)) return forSides((_, own) => own);
  if (legs === 'alternate') {
    return sides.flatMap((turn) => forSides((side, own) => (side === turn ? own : waiting(own))));
  }
  return forSides((side, own) => (side === legs ? own : own.map(() => 'vent')));
}
