/** Which boots to simulate. */

import type { BootsKind } from '../../program/boots-kind.ts';

export interface SimulatedChoice {
  readonly boots: BootsKind;
  /** Zones per leg, 3 to 8. */
  readonly zones: number;
  /** Only one zone of a leg can hold pressure at a time; the others vent. */
  readonly oneZoneAtATime: boolean;
  /** Zones share valves in pairs. */
  readonly sharedValves: boolean;
}

export const ordinaryBoots: SimulatedChoice = {
  boots: 'hub',
  zones: 5,
  oneZoneAtATime: false,
  sharedValves: false,
};
