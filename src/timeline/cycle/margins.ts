/** How far inside the limits a composed cycle stays, because fills are only predicted and regulation is not exact. */

import type { Target } from '../../../firmware-protocol/keyframe.ts';
import { limits, rules } from '../../../firmware-protocol/limits.ts';
import { type Mmhg, mmhg, type Seconds, seconds } from '../../../firmware-protocol/quantities.ts';
import { asPredicted } from '../../safety/reverse-gradient.ts';

/** The pressure of resting zones on boots that can hold several. It keeps slack bags filled, so that the next cycle begins sooner. */
export const RESTING_PRESSURE: Mmhg = mmhg(4);

/**
 * Zones at a high pressure, and zones that empty slowly, are released in two stages. The first stage goes down to `to` and lasts at least
 * `lasts`. Released in a single stage, a large zone would still be more than 15 mmHg above the highest target of the last 5 s, which is
 * over-pressure (limit 13).
 */
export const firstRelease: { readonly to: Mmhg; readonly lasts: Seconds } = {
  to: mmhg(25),
  lasts: seconds(2),
};

/** The thresholds and times with which cycles are composed. */
export const planning = {
  /** A zone counts as squeezed above this, mmHg: 30 mmHg less what regulation and neighbouring zones may add. */
  squeezed: rules.squeezed - 3,
  /** Highest peak with which a zone stays at 30 mmHg or below, so that it needs no full release, mmHg. Regulation may add 2 mmHg. */
  unsqueezed: asPredicted.squeezed,
  /** Largest share of the time for which a zone may be squeezed, 0 to 1: limit 5 (60 %) less 8 percentage points. */
  shareAbove30: limits.shareAbove30.byDefault / 100 - 0.08,
  /** A zone below this cannot be more than 15 mmHg (limit 13) above the resting pressure, mmHg. 5 mmHg of that are a reserve. */
  nearlyEmpty: RESTING_PRESSURE + limits.overPressure.byDefault - 5,
  /** A zone may overshoot its target by this, mmHg. If the overshoot takes a zone above 70 mmHg (`rules.strong`), the zone needs the longer release. */
  overshoot: 6,
  /**
   * Shortest rest on a pair of boots, s. During the rest one leg waits for the other, and the page needs time to tell the boot that waits how
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
  /** Longest wait at one gate while any zone is squeezed. */
  readonly squeezingWait: number;
  /** Longest reverse gradient without interruption. */
  readonly reversed: number;
}

/** `ample`: limits 4, 9 and 8 (60, 60 and 20 s) less an ample margin. `least`: less a margin that covers only what varies from cycle to cycle. */
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

/** How long the boots may wait at a gate. Where no zone comes near a limit: `times` the predicted wait plus `more`, s. */
export const gateWaits = {
  times: 2.2,
  more: 4,
  /** The step that a gate's longest wait has on the wire, s. */
  step: 2.5,
  /** One step below limits 9 and 10 (60 and 600 s), s: the boots report a fault if a wait reaches the limit, but not if it ends before. */
  longestSqueezing: limits.gateSqueezing.byDefault - 2.5,
  longest: limits.gate.byDefault - 2.5,
} as const;

/** Rounds a wait up to the wire's step, s. */
export const roundUpWait = (wait: number): number => Math.ceil(wait / gateWaits.step) * gateWaits.step;

/** Time from the opening of the release gate until a zone that had reached `peak` mmHg counts as fully released, s. */
export const releaseTime = (peak: number): number =>
  planning.release + (peak + planning.overshoot > rules.strong ? rules.strongReleaseTime : rules.releaseTime);
