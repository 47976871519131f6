/** Why a program, its settings or its keyframes are refused, as values. */

import type { LimitName } from '../../firmware-protocol/limits.ts';
import type { Milliseconds, Mmhg, MmhgPerSecond, Seconds } from '../../firmware-protocol/quantities.ts';
import type { BodyPart, Side } from '../../firmware-protocol/zones.ts';
import type { ProgramProblem } from '../program/problem.ts';

/** A target beyond the zones of the boots has no leg: null. */
export interface ZoneOfLeg {
  readonly side: Side | null;
  readonly part: BodyPart | null;
}

/** Keyframes count from 1. */
type KeyframeProblem = { readonly keyframe: number } & (
  | { readonly kind: 'zonesMissing'; readonly named: number; readonly zones: number }
  | { readonly kind: 'severalZonesAtOnce'; readonly side: Side }
  | { readonly kind: 'sharedValve'; readonly zone: ZoneOfLeg }
  | { readonly kind: 'targetOutside'; readonly zone: ZoneOfLeg; readonly target: Mmhg; readonly most: Mmhg }
  /** With a `ramp` of 0 the boots fill as fast as the limits allow, which is too fast wherever a keyframe fills a zone. */
  | { readonly kind: 'rampTooFast'; readonly ramp: MmhgPerSecond; readonly most: MmhgPerSecond }
  | { readonly kind: 'gateTooLong'; readonly gate: Seconds; readonly longest: Seconds }
  | { readonly kind: 'gateUnreached'; readonly gate: Seconds }
  | { readonly kind: 'outOfOrder'; readonly at: Milliseconds; readonly before: Milliseconds }
  | { readonly kind: 'endNotVented' }
  | { readonly kind: 'afterTheEnd' }
);

/** Cycles count from 1. */
type CycleProblem = { readonly cycle: number; readonly zone: ZoneOfLeg } & (
  | { readonly kind: 'peakTooLow'; readonly peak: Mmhg; readonly least: Mmhg }
  /** `share`: the least that a peak must be of the highest, %. */
  | { readonly kind: 'peakTooWeak'; readonly peak: Mmhg; readonly highest: Mmhg; readonly share: number }
  | { readonly kind: 'peaksTooClose'; readonly apart: Mmhg; readonly step: Mmhg }
  | { readonly kind: 'kneePeak'; readonly peak: Mmhg; readonly distal: Mmhg }
  /** `share`: part of the time for which the zone is above 30 mmHg, %. */
  | { readonly kind: 'shareOfCycle'; readonly share: number }
);

export type SafetyProblem =
  | KeyframeProblem
  | CycleProblem
  | { readonly kind: 'endMissing' }
  /** The predicted pressures break a limit. `value` is in the limit's unit; `at` is the wall time since the first keyframe. */
  | {
      readonly kind: 'breach';
      readonly limit: LimitName;
      readonly zone: ZoneOfLeg;
      readonly value: number;
      readonly at: Seconds;
    }
  | { readonly kind: 'sessionTooLong'; readonly wall: Seconds; readonly longest: Seconds }
  /** The steps begin at set times, with no margin for slower air: a zone would stay squeezed while later steps wait at their gates. */
  | { readonly kind: 'noRoomForAir' };

export type Problem = ProgramProblem | SafetyProblem;
