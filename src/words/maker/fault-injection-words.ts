/** The words of the panel in which a person sets faults in simulated boots. */

import type { Side } from '../../../firmware-protocol/zones.ts';
import type { FaultName } from './fault-name.ts';

export interface FaultInjectionWords {
  readonly title: string;
  readonly how: string;
  readonly fault: string;
  readonly zone: string;
  readonly leg: string;
  readonly legs: Readonly<Record<Side, string>>;
  readonly set: string;
  readonly remove: string;
  /** Heading above the faults that are set. */
  readonly now: string;
  readonly none: string;
  readonly faults: Readonly<Record<FaultName, string>>;
  /** "A leak: left calf". @param where null if the fault needs no place */
  setAt(fault: FaultName, where: string | null): string;
}
