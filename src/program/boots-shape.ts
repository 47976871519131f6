/** What planning needs to know about the boots, and the limits that follow from it. It does not depend on the wire format. */

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
  /** The legs that the boots squeeze, left first. Each keyframe lists its targets in this order. */
  readonly sides: readonly Side[];
  /**
   * `shared`: one pump for all legs (a hub, or a single boot). `each`: each leg of a pair has its own pump and waits only for its own
   * air.
   */
  readonly pumps: 'shared' | 'each';
  /** Otherwise the boots vent all zones of a leg but one. */
  readonly holdsTogether: boolean;
  /** Whether zones (0, 1), (2, 3) … of each leg share a valve and so get the same target; an odd last zone has its own valve. */
  readonly sharedValves: boolean;
  /** Flow of each pump against no pressure. */
  readonly pumpFlow: LitresPerMinute;
  /** Highest target that these boots accept unless the person has confirmed high pressure. */
  readonly highestTarget: Mmhg;
  /** Highest target that these boots accept once the person has confirmed high pressure. */
  readonly highestConfirmed: Mmhg;
  /** Longest session that these boots accept, wall time. */
  readonly longestSession: Seconds;
  /** Longest time above 30 mmHg that a plan allows between two full releases: 60 s, or less if the boots' own limit is low. */
  readonly longestAbove30: Seconds;
  /** The person's own limit for every target. Left out = no such limit. */
  readonly highestOwn?: Mmhg;
}

/** A plan uses this share of the boots' own limit on time above 30 mmHg. The rest is for air that moves more slowly than predicted. */
const PLANNED_SHARE = 0.75;

/** @param theirs the boots' own limit on time above 30 mmHg: when it is reached, the boots report a fault */
export const plannedAbove30 = (theirs: Seconds): Seconds =>
  seconds(Math.min(limits.timeAbove30.byDefault, PLANNED_SHARE * theirs));

/**
 * The highest target that a plan may use on these boots: as far below their independent guard as limit 1 (100 mmHg) is below limit 14 (130
 * mmHg). When the guard trips, the session ends with a fault, so neither overshoot nor a moving leg may reach it.
 * @param guard the pressure at which the boots' independent guard trips
 */
export const plannedTarget = (guard: Mmhg): Mmhg =>
  mmhg(Math.max(0, guard - (limits.independent.hard - limits.target.hard)));

/** How much less time above 30 mmHg than usual these boots allow between two full releases, s. */
export const tighterAbove30 = ({ longestAbove30 }: Pick<BootsShape, 'longestAbove30'>): number =>
  Math.max(0, limits.timeAbove30.byDefault - longestAbove30);

/**
 * Highest target that a session may use on these boots.
 * @param confirmed whether the person has confirmed, for this session, a pressure above 80 mmHg
 */
export const highestTargetOf = (
  boots: Pick<BootsShape, 'highestTarget' | 'highestConfirmed' | 'highestOwn'>,
  confirmed: boolean,
): Mmhg => {
  const theirs = confirmed
    ? Math.min(limits.target.hard, boots.highestConfirmed)
    : Math.min(rules.confirmAbove, boots.highestTarget);
  return mmhg(Math.min(theirs, boots.highestOwn ?? theirs));
};
