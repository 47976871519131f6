/** What a program has to know of the boots it is to be played on. Made of their Feature; nothing here is of the wire. */

import { limits, rules } from '../../firmware-protocol/limits.ts';
import { type LitresPerMinute, type Mmhg, mmhg, type Seconds } from '../../firmware-protocol/quantities.ts';
import type { BodyPart, Side } from '../../firmware-protocol/zones.ts';

export interface BootsShape {
  /** Body part of each zone of a leg, foot first; 3 to 8. */
  readonly parts: readonly BodyPart[];
  /** Legs, left first. Targets of a keyframe follow this order. */
  readonly sides: readonly Side[];
  /** One pump for all legs (a hub, or a single boot), or one for each (a pair of boots: each leg waits for its own air). */
  readonly pumps: 'shared' | 'each';
  /** Several zones of a leg can be held at once; else all but one are vented. */
  readonly holdsTogether: boolean;
  /** Zones (0, 1), (2, 3) … of each leg share a valve and take like targets; of an odd number the last is alone. */
  readonly sharedValves: boolean;
  /** Free flow of a pump. */
  readonly pumpFlow: LitresPerMinute;
  /** Highest target these boots take without confirmation. */
  readonly highestTarget: Mmhg;
  /** Highest target they take with one. */
  readonly highestConfirmed: Mmhg;
  /** Longest session they take, wall time. */
  readonly longestSession: Seconds;
}

/** The highest target that a session may ask these boots for. Above 80 mmHg only what a person has confirmed for it. */
export const highestTargetOf = (
  boots: Pick<BootsShape, 'highestTarget' | 'highestConfirmed'>,
  confirmed: boolean,
): Mmhg =>
  mmhg(
    confirmed
      ? Math.min(limits.target.hard, boots.highestConfirmed)
      : Math.min(rules.confirmAbove, boots.highestTarget),
  );
