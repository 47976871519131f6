/** Which boots to simulate. */

export const bootsKinds = ['hub', 'pair', 'left', 'right'] as const;
export type SimulatedKind = (typeof bootsKinds)[number];

export interface SimulatedChoice {
  /** `hub`: both legs on one pump. `pair`: two boots with a pump each. `left`, `right`: one such boot. */
  readonly boots: SimulatedKind;
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
