/** What planning needs to know about the boots, and the limits that follow from it. */

import { limits, rules } from '../../firmware-protocol/limits.ts';
import {
  type LitresPerMinute,
  type Mmhg,
  mmhg,
  type Seconds,
  seconds,
} from '../../firmware-protocol/quantities.ts';
import type { BodyPart, Side } from '../../firmware-protocol/zones.ts';

export interface BootsShape {
  /** Body part of each zone of a leg, foot first; 3 to 8 zones. */
  readonly parts: readonly BodyPart[];
  /** The legs that the boots squeeze, left first. A planned keyframe lists its targets in this order. */
  readonly sides: readonly Side[];
  /** `shared`: one pump for all legs (a hub, or a single boot). `each`: a pair of boots, each leg with a pump of its own. */
  readonly pumps: 'shared' | 'each';
  /** Whether several zones of a leg can be held at once. If not, every zone of a leg but one must be vented. */
  readonly holdsTogether: boolean;
  /** Whether zones (0, 1), (2, 3) … of each leg share a valve and so get the same target; an odd last zone has its own valve. */
  readonly sharedValves: boolean;
  /** Flow of each pump against no pressure. */
  readonly pumpFlow: LitresPerMinute;
  /** Highest target on these boots unless the person has confirmed high pressure. */
  readonly highestTarget: Mmhg;
  /** Highest target on these boots once the person has confirmed high pressure. */
  readonly highestConfirmed: Mmhg;
  /** Wall time, pauses included. */
  readonly longestSession: Seconds;
  /** Longest time above 30 mmHg that a plan allows between two full releases (`plannedAbove30`). */
  readonly longestAbove30: Seconds;
  /** The person's own limit for every target; left out = none. */
  readonly highestOwn?: Mmhg;
}

/** Share of the boots' own limit on time above 30 mmHg that a plan uses. The rest is for air that moves more slowly than predicted. */
const PLANNED_SHARE = 0.75;

/** @param theirs the boots' own limit on time above 30 mmHg, at which they report a fault */
export const plannedAbove30 = (theirs: Seconds): Seconds =>
  seconds(Math.min(limits.timeAbove30.byDefault, PLANNED_SHARE * theirs));

/**
 * The highest target that a plan may use: as far below the boots' independent guard as limit 1 (100 mmHg) is below limit 14 (130 mmHg).
 * When the guard trips, the session ends with a fault, so neither overshoot nor a moving leg may reach it.
 * @param guard the pressure at which the boots' independent guard trips
 */
export const plannedTarget = (guard: Mmhg): Mmhg =>
  mmhg(Math.max(0, guard - (limits.independent.hard - limits.target.hard)));

/** How much shorter `longestAbove30` is than the usual limit (`limits.timeAbove30.byDefault`), s; 0 if it is not shorter. */
export const tighterAbove30 = ({ longestAbove30 }: Pick<BootsShape, 'longestAbove30'>): number =>
  Math.max(0, limits.timeAbove30.byDefault - longestAbove30);

/** @param confirmed whether the person has confirmed a pressure above 80 mmHg for this session */
export const highestTargetOf = (
  boots: Pick<BootsShape, 'highestTarget' | 'highestConfirmed' | 'highestOwn'>,
  confirmed: boolean,
): Mmhg => {
  const theirs = confirmed
    ? Math.min(limits.target.hard, boots.highestConfirmed)
    : Math.min(rules.confirmAbove, boots.highestTarget);
  return mmhg(Math.min(theirs, boots.highestOwn ?? theirs));
};
