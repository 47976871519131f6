/** What the panel of faults shows: what can be rehearsed on simulated boots, and what is now. */

import type { BodyPart, Side } from '../../../../firmware-protocol/zones.ts';
import type { FaultName } from '../../../words/maker/fault-name.ts';

/** What a fault needs to be told: a zone, a leg or a boot (both a side), or nothing. */
export type FaultNeeds = 'zone' | 'side' | 'nothing';

export interface RehearsableFault {
  readonly name: FaultName;
  readonly needs: FaultNeeds;
}

export interface RehearsedFault {
  readonly name: FaultName;
  /** Null where it needs none. */
  readonly side: Side | null;
  readonly zone: number | null;
}

export interface RehearsalView {
  readonly faults: readonly RehearsableFault[];
  readonly sides: readonly Side[];
  /** Foot first. */
  readonly parts: readonly BodyPart[];
  /** Those that last until they are mended, in the order they were set. */
  readonly now: readonly RehearsedFault[];
}
