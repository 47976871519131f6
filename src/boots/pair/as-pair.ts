/** Two boots that were opened, as one: if they can be. */

import type { Clock } from '../../clock/clock.ts';
import type { Boots } from '../boots.ts';
import type { SingleBoots } from '../single-boots.ts';

/** @returns the pair, or why these two are none, in words */
export function asPair(
  _one: SingleBoots,
  _other: SingleBoots,
  _clock: Clock,
): { readonly boots: Boots } | { readonly refusal: string } {
  return { refusal: 'pairs are not built yet' };
}
