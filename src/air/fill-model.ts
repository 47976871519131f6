/**
 * The figures with which air is predicted: how fast zones fill, empty and leak. The figures of bags and leaks are engineering estimates.
 * During a session, estimator.ts corrects slowness and residual from the waits that the boots report.
 */

import type { LitresPerMinute } from '../../firmware-protocol/quantities.ts';
import type { BootsShape } from '../program/boots-shape.ts';

export interface Bag {
  /** Volume at which the bag begins to stretch, L. */
  readonly slack: number;
  /** Volume that makes a stretched bag stiffer by a factor of e, L. */
  readonly stretch: number;
}

export interface FillModel {
  readonly bags: readonly Bag[];
  /** Flow against no pressure. */
  readonly pumpFlow: LitresPerMinute;
  /** Factor for the air that a bag takes: at 2, zones need twice the air for the same pressure, so they fill and empty more slowly. */
  readonly slowness: number;
  /** Leak of each zone, L/min per mmHg. */
  readonly leak: number;
  /** Factor for the waits at gates, on top of the rest of the model. */
  readonly residual: number;
}

/** The bags around a leg that is divided into five equal lengths, foot to hip. */
const fifths: readonly Bag[] = [
  { slack: 0.6, stretch: 0.16 },
  { slack: 0.7, stretch: 0.18 },
  { slack: 0.9, stretch: 0.25 },
  { slack: 1.1, stretch: 0.28 },
  { slack: 1.4, stretch: 0.35 },
];

/** Leak assumed for each zone, L/min per mmHg: between good boots (0.0004) and worn ones (0.002). */
const USUAL_LEAK = 0.0006;

/** Bags of a leg with `zones` zones of equal length: zone i covers the share [i/zones, (i+1)/zones] of the leg. */
export function bagsOf(zones: number): readonly Bag[] {
  const lengths = fifths.length;
  return Array.from({ length: zones }, (_, zone) => {
    const from = (zone / zones) * lengths;
    const to = ((zone + 1) / zones) * lengths;
    let slack = 0;
    let stretch = 0;
    fifths.forEach((fifth, index) => {
      const share = Math.max(0, Math.min(to, index + 1) - Math.max(from, index));
      slack += share * fifth.slack;
      stretch += share * fifth.stretch;
    });
    return { slack, stretch };
  });
}

export const defaultFillModel = (boots: BootsShape): FillModel => ({
  bags: bagsOf(boots.parts.length),
  pumpFlow: boots.pumpFlow,
  slowness: 1,
  leak: USUAL_LEAK,
  residual: 1,
});
