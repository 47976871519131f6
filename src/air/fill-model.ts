/**
 * The figures that decide how fast zones fill, empty and leak. They serve planning: the boots themselves act on what they
 * measure. In this model a bag is slack up to its slack volume and then stiffens exponentially; a pump delivers less
 * against more pressure; flow through a valve is proportional to the square root of the pressure across it. The figures
 * begin as engineering estimates; the estimator (estimator.ts) corrects slowness and residual from the waits that the
 * boots report.
 */

import type { LitresPerMinute } from '../../firmware-protocol/quantities.ts';
import type { BootsShape } from '../program/boots-shape.ts';

export interface Bag {
  /** Volume at which the bag begins to stretch, L. */
  readonly slack: number;
  /** How softly the bag stretches: the volume that raises its stiffness by a factor of e, L. */
  readonly stretch: number;
}

export interface FillModel {
  /** Zones of one leg, foot first. */
  readonly bags: readonly Bag[];
  /** Free flow of each pump. */
  readonly pumpFlow: LitresPerMinute;
  /** Bags take this many times the air that `bags` says, so they fill and empty that much more slowly. Estimated from waits, 0.4 to 3. */
  readonly slowness: number;
  /** Leak of each zone, L/min per mmHg: 0.0004 in good boots, 0.002 in worn ones. */
  readonly leak: number;
  /** Waits at gates last this many times as long as the rest of the model predicts. Estimated from waits, 0.5 to 2. */
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

/** Leak of each zone before anything is known of the boots, L/min per mmHg: between good boots (0.0004) and worn ones (0.002). */
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

/** The model of typical bags and legs, for boots of which no waits have been observed yet. */
export const defaultFillModel = (boots: BootsShape): FillModel => ({
  bags: bagsOf(boots.parts.length),
  pumpFlow: boots.pumpFlow,
  slowness: 1,
  leak: USUAL_LEAK,
  residual: 1,
});
