/** How far inside the limits (PROTOCOL.md 8) a composed cycle stays, because fills are only predicted and regulation is not exact. */

import type { Target } from '../../../firmware-protocol/keyframe.ts';
import { limits, rules } from '../../../firmware-protocol/limits.ts';
import { type Mmhg, mmhg, type Seconds, seconds } from '../../../firmware-protocol/quantities.ts';
import { asPredicted } from '../../safety/reverse-gradient.ts';

/**
 * The pressure at which zones rest between squeezes on boots that can hold several. Slack bags stay filled, so the next cycle begins
 * sooner.
 */
export const RESTING_PRESSURE: Mmhg = mmhg(4);

/**
 * Zones at a high pressure, and zones that empty slowly, are released in two stages. The first stage goes down to `to` and lasts at least
 * `lasts`. In a single stage, a large zone might stay more than 15 mmHg above the highest target of the last 5 s, which is over-pressure
 * (limit 13).
 */
export const firstRelease: { readonly to: Mmhg; readonly lasts: Seconds } = {
  to: mmhg(25),
  lasts: seconds(2),
};

export const planning = {
  /** A zone counts as squeezed above this, mmHg: 30 mmHg less what regulation and neighbouring zones may add. */
  squeezed: rules.squeezed - 3,
  /** Highest peak with which a zone stays at 30 mmHg or below and needs no full release, mmHg. Regulation may add 2 mmHg. */
  unsqueezed: asPredicted.squeezed,
  /** Largest share of the time for which a zone may be squeezed, 0 to 1: limit 5 (60 %) less 8 percentage points. */
  shareAbove30: limits.shareAbove30.byDefault / 100 - 0.08,
  /** A zone below this is less than 15 mmHg (limit 13) above the resting pressure, mmHg. 5 mmHg of that are a reserve. */
  nearlyEmpty: RESTING_PRESSURE + limits.overPressure.byDefault - 5,
  /** A zone may overshoot its target by this, mmHg. An overshoot above `rules.strong` makes the longer release necessary. */
  overshoot: 6,
  /**
   * Shortest rest on a pair of boots, s. During the rest one leg waits for the other, and the page needs time to tell the waiting boot how
   * long.
   */
  restOfPair: 4,
  /** Margin added to the time that a full release must last, s. */
  release: 1,
} as const;

export const isSqueezed = (target: Target): boolean =>
  typeof target === 'number' && target > planning.squeezed;

/** The longest times that a rehearsal of a cycle may show, s. */
export interface Bounds {
  /** Longest time for which a zone is squeezed between two full releases. */
  readonly timeAbove: number;
  readonly squeezingWait: number;
  readonly reversed: number;
}

/** `ample`: the limits less an ample margin. `least`: the limits less a margin that covers only what varies from cycle to cycle. */
export const bounds = {
  ample: {
    timeAbove: limits.timeAbove30.byDefault - 6,
    squeezingWait: limits.gateSqueezing.byDefault - 10,
    reversed: limits.reverseGradient.byDefault - 6,
  },
  least: {
    timeAbove: limits.timeAbove30.byDefault - 3,
    squeezingWait: limits.gateSqueezing.byDefault - 5,
    reversed: limits.reverseGradient.byDefault - 3,
  },
} as const satisfies Record<string, Bounds>;

/** How long the boots may wait at a gate where no zone comes near a limit: `times` the predicted wait plus `more`, s. */
export const gateWaits = {
  times: 2.2,
  more: 4,
  /** Step of a gate's longest wait on the wire, s. */
  step: 2.5,
  /** One step below limits 9 and 10, s: at the limit itself the boots report a fault. */
  longestSqueezing: limits.gateSqueezing.byDefault - 2.5,
  longest: limits.gate.byDefault - 2.5,
} as const;

/** Rounds a wait up to the wire's step, s. */
export const roundUpWait = (wait: number): number => Math.ceil(wait / gateWaits.step) * gateWaits.step;

/** Time from the opening of a release's gate until a zone that had reached `peak` mmHg counts as fully released, s. */
export const releaseTime = (peak: number): number =>
  planning.release + (peak + planning.overshoot > rules.strong ? rules.strongReleaseTime : rules.releaseTime);
