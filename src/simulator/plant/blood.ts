/**
 * The veins under a chamber: its pressure empties them within seconds, and the arteries refill them after a
 * release.
 */

export interface Veins {
  /** Chamber pressure above which the veins empty, mmHg. */
  readonly emptiesAbove: number;
  /** Time constant of emptying, s. */
  readonly emptying: number;
  /** Blood that full veins hold, L. */
  readonly volume: number;
  /** Inflow while the veins are empty, L/s. */
  readonly inflow: number;
}

/** Rate at which blood flows in (negative: out), L/s. @param returned blood in the veins, L @param pressure of the chamber, mmHg */
export function bloodFlow(veins: Veins, returned: number, pressure: number): number {
  if (pressure > veins.emptiesAbove) return -returned / veins.emptying;
  return veins.volume > 0 ? veins.inflow * (1 - returned / veins.volume) : 0;
}
