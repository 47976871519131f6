/** What a program has to know of the boots it is to be played on. Made of their Feature; nothing here is of the wire. */

import type { LitresPerMinute, Mmhg, Seconds } from '../../firmware-protocol/quantities.ts';
import type { BodyPart, Side } from '../../firmware-protocol/zones.ts';

export interface BootsShape {
  /** Body part of each zone of a leg, foot first; 3 to 8. */
  readonly parts: readonly BodyPart[];
  /** Legs of this peripheral, left first. They share its one pump. Targets of a keyframe follow this order. */
  readonly sides: readonly Side[];
  /** Several zones can be held at once. */
  readonly holdsTogether: boolean;
  /** Free flow of the pump. */
  readonly pumpFlow: LitresPerMinute;
  /** Highest target these boots take without confirmation. */
  readonly highestTarget: Mmhg;
  /** Longest session they take, wall time. */
  readonly longestSession: Seconds;
}
