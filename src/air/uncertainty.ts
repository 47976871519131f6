/**
 * How far the air may differ from the model. Before a session neither the leg nor the wear of the boots is known, so a composed
 * cycle must keep the limits at both extremes. Once the model is estimated from fills, only the variation between one cycle and
 * the next is left.
 */

import type { FillModel } from './fill-model.ts';

/** Legs differ from the average by up to this share. */
const LEG_SIZE = 0.25;
/** Leak of each zone of worn boots, L/min per mmHg. */
const WORN_LEAK = 0.002;
/** On estimated air, the waits of a cycle exceed the predicted ones by up to this factor. */
export const CYCLE_VARIATION = 1.1;

/** One or more models that the air may turn out to follow. */
export type FillModels = readonly [FillModel, ...FillModel[]];

const onLargeLeg = (fills: FillModel): FillModel => ({ ...fills, slowness: fills.slowness * (1 + LEG_SIZE) });
const onSmallLeg = (fills: FillModel): FillModel => ({ ...fills, slowness: fills.slowness * (1 - LEG_SIZE) });
const inWornBoots = (fills: FillModel): FillModel => ({ ...fills, leak: Math.max(fills.leak, WORN_LEAK) });

/** The slowest air: a large leg takes more of it, and a small one loses its pressure sooner through a leak. */
export const slowestFills = (fills: FillModel): FillModels => [
  inWornBoots(onLargeLeg(fills)),
  inWornBoots(onSmallLeg(fills)),
];

/** The quickest air: a small leg in good boots. */
export const quickestFills = onSmallLeg;

/** The air of the slowest cycle, where the model is estimated already. */
export const slowestCycle = (fills: FillModel): FillModel => ({
  ...fills,
  residual: fills.residual * CYCLE_VARIATION,
});
