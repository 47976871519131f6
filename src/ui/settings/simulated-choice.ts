/** Which boots are simulated. */

export const bootsKinds = ['hub', 'pair', 'left', 'right'] as const;
export type SimulatedKind = (typeof bootsKinds)[number];

export interface SimulatedChoice {
  /** A hub has both legs on one pump; a pair is two boots with a pump each; left and right are one such boot. */
  readonly boots: SimulatedKind;
  /** Of a leg, 3 to 8. */
  readonly zones: number;
  /** All but one zone of a leg are open at any time. */
  readonly oneZoneAtATime: boolean;
  /** Neighbouring zones share a valve, two by two. */
  readonly sharedValves: boolean;
}

export const ordinaryBoots: SimulatedChoice = {
  boots: 'hub',
  zones: 5,
  oneZoneAtATime: false,
  sharedValves: false,
};
