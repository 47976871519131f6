/** What a composed cycle keeps between itself and the limits, because fills are predicted and pressures are regulated. */

import type { Target } from '../../../firmware-protocol/keyframe.ts';
import { limits, rules } from '../../../firmware-protocol/limits.ts';
import { type Mmhg, mmhg, type Seconds, seconds } from '../../../firmware-protocol/quantities.ts';
import { asPredicted } from '../../safety/reverse-gradient.ts';

/** Resting zones are kept at this, so that their slack stays filled and the next cycle begins sooner. */
export const REST: Mmhg = mmhg(4);

/**
 * Strong zones are let go in two moves, the first of them to `to`, for `lasts`: a large one empties more slowly than the over-pressure
 * limit, which looks back 5 s for the highest target, would follow a single one.
 */
export const letGoFirst: { readonly to: Mmhg; readonly lasts: Seconds } = { to: mmhg(25), lasts: seconds(2) };
export const planned = {
  /** A zone counts as squeezed above this: the limit's 30 less what regulation and neighbours add, mmHg. */
  squeezed: rules.squeezed - 3,
  /** A zone whose peak is no higher stays at 30 mmHg or below as regulated, and needs no full release, mmHg. */
  unsqueezed: asPredicted.squeezed,
  /** Largest share above it of a cycle. */
  share: limits.shareAbove30.byDefault / 100 - 0.08,
  /** What a zone at rest may stand at without being over its pressure, and some less, mmHg. */
  nearlyEmpty: REST + limits.overPressure.byDefault - 5,
  /** A zone may overshoot its target by this, mmHg: whether it needs the longer release. */
  overshoot: 6,
  /** Legs with a pump each wait for each other in the rest: long enough to tell a boot so, s. */
  evening: 4,
  /** Added to the time a full release must last, s. */
  release: 1,
} as const;

export const isSqueezed = (target: Target): boolean =>
  typeof target === 'number' && target > planned.squeezed;

/** What a cycle may take of the limits on the slowest air that it is composed for, s. */
export interface Room {
  /** Longest above `squeezed` between full releases. */
  readonly timeAbove: number;
  /** Longest wait at a gate while anything is squeezed. */
  readonly squeezingWait: number;
  /** Longest that pressure may stand reversed. */
  readonly reversed: number;
}

/** What a cycle leaves of each limit: as much as may be, and no less than what tells one cycle from the next. */
export const rooms = {
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
} as const satisfies Record<string, Room>;

/** How long a gate may wait: this many times the prediction and some more, within the limits. Legs differ by a quarter. */
export const gates = {
  times: 2.2,
  more: 4,
  /** One step on the wire, s. */
  grid: 2.5,
  /** Waiting until the limit (60 s, or 600) is a fault, passing a shorter gate is not, s. */
  longestSqueezing: limits.gateSqueezing.byDefault - 2.5,
  longest: limits.gate.byDefault - 2.5,
} as const;

/** How long after a release gate a zone that reached `peak` has been fully released, s. */
export const releaseTime = (peak: number): number =>
  planned.release + (peak + planned.overshoot > rules.strong ? rules.strongReleaseTime : rules.releaseTime);
