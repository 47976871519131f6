/**
 * How far the air (how fast zones fill, empty and leak) may differ from the model. Before a session neither the leg nor the wear of the boots is
 * known, so a composed cycle must keep the limits at both extremes. Once the waits of a session have corrected the model, only the variation
 * from cycle to cycle is left.
 */

import type { FillModel } from './fill-model.ts';

/** Legs differ from the average in size by up to this share. */
const LEG_SIZE_VARIATION = 0.25;
/** Leak of each zone of worn boots, L/min per mmHg. */
const WORN_LEAK = 0.002;
/** Even where the model is estimated from waits, the waits of a cycle may be this many times as long as predicted. */
export const CYCLE_VARIATION = 1.1;

/** Fill models, at least one. The air may turn out to follow any of them. */
export type FillModels = readonly [FillModel, ...FillModel[]];

const onLargeLeg = (fills: FillModel): FillModel => ({
  ...fills,
  slowness: fills.slowness * (1 + LEG_SIZE_VARIATION),
});
const onSmallLeg = (fills: FillModel): FillModel => ({
  ...fills,
  slowness: fills.slowness * (1 - LEG_SIZE_VARIATION),
});
const inWornBoots = (fills: FillModel): FillModel => ({ ...fills, leak: Math.max(fills.leak, WORN_LEAK) });

/**
 * The slowest airs that are possible, both in worn boots: on a large leg bags take more air; on a small one they lose pressure sooner through
 * leaks.
 */
export const slowestFills = (fills: FillModel): FillModels => [
  inWornBoots(onLargeLeg(fills)),
  inWornBoots(onSmallLeg(fills)),
];

/** The quickest air: a small leg, in boots that leak no more than the model says. */
export const quickestFills = onSmallLeg;

/** The slowest air that a single cycle may meet once the model is estimated from waits. */
export const slowestCycle = (fills: FillModel): FillModel => ({
  ...fills,
  residual: fills.residual * CYCLE_VARIATION,
});
