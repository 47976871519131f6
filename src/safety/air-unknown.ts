/**
 * How far air may turn out otherwise than predicted. Before a session nothing is known of the leg and of how worn the boots are:
 * what is composed must keep the limits at the ends of that. Once fills have been learned what is left is how much one cycle
 * differs from the next.
 */

import type { FillModel } from './fill-model.ts';

/** Legs differ by a quarter. */
const LEG = 0.25;
/** Leak of worn boots, of each zone, L/min for a mmHg. */
const WORN = 0.002;
/** Cycles on air that has been learned differ by this much from one another, and from what is predicted. */
export const LEARNED = 1.1;

/** One or more of what the air may turn out to be. */
export type Airs = readonly [FillModel, ...FillModel[]];

const large = (fills: FillModel): FillModel => ({ ...fills, slowness: fills.slowness * (1 + LEG) });
const small = (fills: FillModel): FillModel => ({ ...fills, slowness: fills.slowness * (1 - LEG) });
const worn = (fills: FillModel): FillModel => ({ ...fills, leak: Math.max(fills.leak, WORN) });

/** A large leg takes more air; a small one loses its pressure sooner where it leaks. */
export const slowAirs = (fills: FillModel): Airs => [worn(large(fills)), worn(small(fills))];

/** A small leg in good boots. */
export const quickAir = small;

/** The slowest cycle of those that are learned from. */
export const learnedAir = (fills: FillModel): FillModel => ({
  ...fills,
  residual: fills.residual * LEARNED,
});
