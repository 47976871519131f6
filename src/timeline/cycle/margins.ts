/** The margins that a composed cycle keeps to the limits, because fills are only predicted and regulation is not exact. */

import type { Target } from '../../../firmware-protocol/keyframe.ts';
import { limits, rules } from '../../../firmware-protocol/limits.ts';
import { type Mmhg, mmhg, type Seconds, seconds } from '../../../firmware-protocol/quantities.ts';
import { asPredicted } from '../../safety/reverse-gradient.ts';

/** Zones rest at this pressure, so that their slack stays filled and the next cycle begins sooner. */
export const RESTING: Mmhg = mmhg(4);

/**
 * Zones that are strong or empty slowly are released in two stages. The first goes to `to` and lasts at least `lasts`. In a single stage a large zone would
 * empty more slowly than the over-pressure limit allows, which compares with the highest target of the last 5 s.
 */
export const firstRelease: { readonly to: Mmhg; readonly lasts: Seconds } = {
  to: mmhg(25),
  lasts: seconds(2),
};

export const planned = {
  /** A zone counts as squeezed above this: the limit's 30 mmHg less what regulation and neighbouring zones add, mmHg. */
  squeezed: rules.squeezed - 3,
  /** A zone with a peak up to this stays at 30 mmHg or below when regulated, and needs no full release, mmHg. */
  unsqueezed: asPredicted.squeezed,
  /** Largest share of the time that a zone may be squeezed: the limit's `shareAbove30` less 8 percentage points. */
  shareAbove30: limits.shareAbove30.byDefault / 100 - 0.08,
  /** A resting zone below this is not over-pressured, with 5 mmHg in reserve, mmHg. */
  nearlyEmpty: RESTING + limits.overPressure.byDefault - 5,
  /** A zone may overshoot its target by this, mmHg: if that takes it above `rules.strong`, it needs the longer release. */
  overshoot: 6,
  /** Shortest rest of a pair of boots, s: in it one leg waits for the other, and the page needs time to send that boot the delay. */
  restOfPair: 4,
  /** Added to the time that a full release must last, s. */
  release: 1,
} as const;

export const isSqueezed = (target: Target): boolean =>
  typeof target === 'number' && target > planned.squeezed;

/** The most that a cycle may take of each limit in a rehearsal, s. */
export interface Bounds {
  /** A zone squeezed between two full releases. */
  readonly timeAbove: number;
  /** The wait at one gate while anything is squeezed. */
  readonly squeezingWait: number;
  /** A reverse gradient without interruption. */
  readonly reversed: number;
}

/** The limits less an ample margin, and less the least margin, which covers only what varies from cycle to cycle. */
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

/** How long a gate may wait where no zone's time is short: `times` the prediction plus `more`, within the limits. */
export const gateWaits = {
  times: 2.2,
  /** s */
  more: 4,
  /** The wire's step of a gate's longest wait, s. */
  step: 2.5,
  /** One step below the limits (60 s and 600 s), s: the boots report a fault if a gate waits up to the limit, but not if it gives up. */
  longestSqueezing: limits.gateSqueezing.byDefault - 2.5,
  longest: limits.gate.byDefault - 2.5,
} as const;

/** Rounds a wait up to the wire's step, s. */
export const roundUpWait = (wait: number): number => Math.ceil(wait / gateWaits.step) * gateWaits.step;

/** Time from the opening of its release gate until a zone that reached `peak` mmHg counts as fully released, s. */
export const releaseTime = (peak: number): number =>
  planned.release + (peak + planned.overshoot > rules.strong ? rules.strongReleaseTime : rules.releaseTime);
