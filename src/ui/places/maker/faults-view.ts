/** What the panel shows where the user injects faults into simulated boots. */

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
  /** Null = the fault needs no place. */
  readonly side: Side | null;
  /** From 0, foot first; null = the fault needs no zone. */
  readonly zone: number | null;
}

export interface FaultsView {
  readonly offered: readonly OfferedFault[];
  readonly sides: readonly Side[];
  /** The zones of a leg, foot first. */
  readonly parts: readonly BodyPart[];
  /** Only faults that last until the user removes them. */
  readonly injected: readonly InjectedFault[];
}
