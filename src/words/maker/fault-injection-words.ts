/** What a language says on the panel of faults beside simulated boots. */

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
  /** Heading of the faults that are set. */
  readonly now: string;
  readonly none: string;
  readonly faults: Readonly<Record<FaultName, string>>;
  /** "A leak: left calf". @param where null where it needs none */
  setAt(fault: FaultName, where: string | null): string;
}
