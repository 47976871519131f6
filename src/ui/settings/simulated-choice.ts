/** Which boots the page simulates. */

import type { BootsKind } from '../../program/boots-kind.ts';

export interface SimulatedChoice {
  readonly boots: BootsKind;
  /** Zones per leg, 3 to 8. */
  readonly zones: number;
  /** Whether only one zone of a leg can hold pressure at a time, while the others vent. */
  readonly oneZoneAtATime: boolean;
  /** Whether neighbouring zones share valves in pairs, counted from the foot. */
  readonly sharedValves: boolean;
}

export const ordinaryBoots: SimulatedChoice = {
  boots: 'hub',
  zones: 5,
  oneZoneAtATime: false,
  sharedValves: false,
};
