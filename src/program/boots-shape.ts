/** What the planning of a program needs to know about the boots, independent of the wire format. */

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
  /** Body part of each zone of a leg, foot first; 3 to 8. */
  readonly parts: readonly BodyPart[];
  /** The legs that the boots squeeze, left first. Each keyframe lists its targets in this order. */
  readonly sides: readonly Side[];
  /**
   * `shared`: one pump for all legs (a hub, or a single boot). `each`: each leg of a pair has its own pump and waits for its own air
   * only.
   */
  readonly pumps: 'shared' | 'each';
  /** Whether the boots can hold several zones of a leg at once; otherwise they vent all but one. */
  readonly holdsTogether: boolean;
  /** Whether zones (0, 1), (2, 3) … of each leg share a valve and so get the same target; an odd last zone has its own valve. */
  readonly sharedValves: boolean;
  /** Free flow of each pump. */
  readonly pumpFlow: LitresPerMinute;
  /** Highest target these boots accept without confirmation. */
  readonly highestTarget: Mmhg;
  /** Highest target they accept with confirmation. */
  readonly highestConfirmed: Mmhg;
  /** Longest session they accept, wall time. */
  readonly longestSession: Seconds;
  /** Longest time above 30 mmHg between two full releases that a plan uses: less than usual if the boots' own limit is tighter. */
  readonly longestAbove30: Seconds;
  /** The person's own limit for every target, below what the boots allow. Left out = no such limit. */
  readonly highestOwn?: Mmhg;
}

/** Share of the boots' own limit that a plan uses: the rest is for air that moves more slowly than predicted. */
const PLANNED_SHARE = 0.75;

/** @param theirs the boots' own limit: when it is reached, they report a fault */
export const plannedAbove30 = (theirs: Seconds): Seconds =>
  seconds(Math.min(limits.timeAbove30.byDefault, PLANNED_SHARE * theirs));

/** How much less time above 30 mmHg than usual these boots allow between two full releases, s. */
export const tighterAbove30 = ({ longestAbove30 }: Pick<BootsShape, 'longestAbove30'>): number =>
  Math.max(0, limits.timeAbove30.byDefault - longestAbove30);

/** Highest target that a session may use on these boots. Above 80 mmHg, the person must confirm it for each session. */
export const highestTargetOf = (
  boots: Pick<BootsShape, 'highestTarget' | 'highestConfirmed' | 'highestOwn'>,
  confirmed: boolean,
): Mmhg => {
  const theirs = confirmed
    ? Math.min(limits.target.hard, boots.highestConfirmed)
    : Math.min(rules.confirmAbove, boots.highestTarget);
  return mmhg(Math.min(theirs, boots.highestOwn ?? theirs));
};
