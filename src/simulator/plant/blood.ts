/** Veins under a chamber: emptied within seconds by its pressure, filled again by the arteries once it lets go. */

export interface Veins {
  /** Chamber pressure above which they empty, mmHg. */
  readonly emptiesAbove: number;
  /** How fast, s. */
  readonly emptying: number;
  /** Blood that returns in the end, L. */
  readonly volume: number;
  /** Inflow while they are empty, L/s. */
  readonly inflow: number;
}

/** Rate of the blood that has returned, L/s, at `returned` L and a chamber pressure in mmHg. */
export function bloodFlow(veins: Veins, returned: number, pressure: number): number {
  if (pressure > veins.emptiesAbove) return -returned / veins.emptying;
  return veins.volume > 0 ? veins.inflow * (1 - returned / veins.volume) : 0;
}
