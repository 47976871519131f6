/** What the panel of faults shows: the faults that these simulated boots can have, and those that are injected. */

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
  /** Null if the fault needs no side. */
  readonly side: Side | null;
  readonly zone: number | null;
}

export interface FaultsView {
  readonly offered: readonly OfferedFault[];
  readonly sides: readonly Side[];
  /** Foot first. */
  readonly parts: readonly BodyPart[];
  /** The faults that are injected and last until they are removed, in the order in which they were injected. */
  readonly injected: readonly InjectedFault[];
}
