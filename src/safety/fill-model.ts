/**
 * How long air takes, for planning only: what holds is what the boots report. A bag is slack up to its slack volume and then
 * stiffens exponentially; a pump gives less the more it works against; a valve passes the root of the pressure across it.
 * Figures are engineering estimates, corrected by what the boots report of their waits.
 */

import type { LitresPerMinute } from '../../firmware-protocol/quantities.ts';
import type { BootsShape } from '../program/boots-shape.ts';

export interface Bag {
  /** Volume at which the bag begins to stretch, L. */
  readonly slack: number;
  /** How softly it stretches, L for a factor e. */
  readonly stretch: number;
}

export interface FillModel {
  /** Zones of one leg, foot first. */
  readonly bags: readonly Bag[];
  readonly pumpFlow: LitresPerMinute;
  /** Bags take this many times the air that the figures say, so that they fill and empty more slowly; 0.4 to 3, learned. */
  readonly slowness: number;
  /** Of each zone, L/min for a mmHg: 0.0004 is good, 0.002 worn; learned. */
  readonly leak: number;
  /** Waits at gates are this many times as long as the air alone explains; 0.5 to 2, learned. */
  readonly residual: number;
}

/** The leg in five equal lengths, foot to hip: slack volume and stretch of the bag around each, L. */
const fifths: readonly Bag[] = [
  { slack: 0.6, stretch: 0.16 },
  { slack: 0.7, stretch: 0.18 },
  { slack: 0.9, stretch: 0.25 },
  { slack: 1.1, stretch: 0.28 },
  { slack: 1.4, stretch: 0.35 },
];

/** Between good and worn boots. */
const LEAK = 0.0006;

/** Bags of a leg of `zones` zones: zone i takes the stretch [i/zones, (i+1)/zones] of the five lengths. */
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
  leak: LEAK,
  residual: 1,
});
