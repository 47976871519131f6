/** What the panel of faults shows: the faults that these simulated boots can have, and those injected. */

import type { BodyPart, Side } from '../../../../firmware-protocol/zones.ts';
import type { FaultName } from '../../../words/maker/fault-name.ts';

/** What the user must choose for a fault: a zone, a side (a leg or a boot), or nothing. */
export type FaultNeeds = 'zone' | 'side' | 'nothing';

export interface OfferedFault {
  readonly name: FaultName;
  readonly needs: FaultNeeds;
}

export interface InjectedFault {
  readonly name: FaultName;
  /** Null if the fault needs neither a side nor a zone. */
  readonly side: Side | null;
  /** From 0, foot first; null if the fault needs no zone. */
  readonly zone: number | null;
}

export interface FaultsView {
  readonly offered: readonly OfferedFault[];
  readonly sides: readonly Side[];
  /** The zones of a leg, foot first. */
  readonly parts: readonly BodyPart[];
  /** The injected faults that last until the user removes them, in the order of their injection. */
  readonly injected: readonly InjectedFault[];
}
