/** Combines two opened boots into a pair, if they match. */

import type { Clock } from '../../clock/clock.ts';
import type { NoPair } from '../cause.ts';
import type { SingleBoots } from '../single-boots.ts';
import { whyNoPair } from './merge/merge-feature.ts';
import { Pair } from './pair.ts';

export function asPair(
  one: SingleBoots,
  other: SingleBoots,
  clock: Clock,
): { readonly boots: Pair } | { readonly refusal: NoPair } {
  const refusal = whyNoPair(one.feature, other.feature);
  if (refusal !== null) return { refusal };
  return { boots: one.feature.kind === 'left' ? new Pair(one, other, clock) : new Pair(other, one, clock) };
}
