/**
 * How far the air (how fast zones fill, empty and leak) may differ from the fill model. Before a session, neither the leg nor the wear of
 * the boots is known. Once waits have corrected the model, mainly the variation from cycle to cycle is left.
 */

import type { FillModel } from './fill-model.ts';

/** Legs differ from the average in size by up to this share. An estimate. */
const LEG_SIZE_VARIATION = 0.25;
/** Leak of each zone of worn boots, L/min per mmHg. */
const WORN_LEAK = 0.002;
/** The waits of a cycle may be this many times as long as predicted, even by a model that is estimated from waits. */
export const CYCLE_VARIATION = 1.1;

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
 * The slowest airs that are possible, both in worn boots. On a large leg, bags take more air; on a small one, leaks lower the pressure
 * sooner.
 */
export const slowestFills = (fills: FillModel): FillModels => [
  inWornBoots(onLargeLeg(fills)),
  inWornBoots(onSmallLeg(fills)),
];

/** The quickest air, on a small leg. */
export const quickestFills = onSmallLeg;

/** The slowest air that a single cycle may meet once the model is estimated from waits. */
export const slowestCycle = (fills: FillModel): FillModel => ({
  ...fills,
  residual: fills.residual * CYCLE_VARIATION,
});
