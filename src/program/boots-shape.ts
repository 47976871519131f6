/** What a program needs to know about the boots that play it, independent of the wire format. */

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
  /** Legs, left first. Targets of a keyframe follow this order. */
  readonly sides: readonly Side[];
  /** `shared`: one pump for all legs (a hub, or a single boot). `each`: one for each leg of a pair, so each leg waits for its own air. */
  readonly pumps: 'shared' | 'each';
  /** The boots can hold several zones of a leg at once; otherwise they vent all but one. */
  readonly holdsTogether: boolean;
  /** Zones (0, 1), (2, 3) … of each leg share a valve and get the same target; an odd last zone has its own. */
  readonly sharedValves: boolean;
  /** Free flow of each pump. */
  readonly pumpFlow: LitresPerMinute;
  /** Highest target these boots accept without confirmation. */
  readonly highestTarget: Mmhg;
  /** Highest target they accept with confirmation. */
  readonly highestConfirmed: Mmhg;
  /** Longest session they accept, wall time. */
  readonly longestSession: Seconds;
  /** Longest time above 30 mmHg between two full releases that is planned on them: less than usual where theirs is tighter. */
  readonly longestAbove30: Seconds;
  /** A person's own limit for every target, below what the boots allow; left out = none. */
  readonly highestOwn?: Mmhg;
}

/** Share of the boots' own limit that is planned: the rest is for air that is slower than predicted. */
const PLANNED_SHARE = 0.75;

/** @param theirs at which the boots report a fault */
export const plannedAbove30 = (theirs: Seconds): Seconds =>
  seconds(Math.min(limits.timeAbove30.byDefault, PLANNED_SHARE * theirs));

/** How much shorter than usual a zone of these boots may be squeezed without a full release, s. */
export const tighterAbove30 = ({ longestAbove30 }: Pick<BootsShape, 'longestAbove30'>): number =>
  Math.max(0, limits.timeAbove30.byDefault - longestAbove30);

/** Highest target a session may use on these boots. More than 80 mmHg needs a person's confirmation for the session. */
export const highestTargetOf = (
  boots: Pick<BootsShape, 'highestTarget' | 'highestConfirmed' | 'highestOwn'>,
  confirmed: boolean,
): Mmhg => {
  const theirs = confirmed
    ? Math.min(limits.target.hard, boots.highestConfirmed)
    : Math.min(rules.confirmAbove, boots.highestTarget);
  return mmhg(Math.min(theirs, boots.highestOwn ?? theirs));
};
