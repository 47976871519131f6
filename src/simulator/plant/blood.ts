/**
 * Veins under a chamber: its pressure empties them within seconds, and the arteries refill them once it is
 * released.
 */

export interface Veins {
  /** Chamber pressure above which the veins empty, mmHg. */
  readonly emptiesAbove: number;
  /** Time constant of emptying, s. */
  readonly emptying: number;
  /** Blood that returns in the end, L. */
  readonly volume: number;
  /** Inflow while the veins are empty, L/s. */
  readonly inflow: number;
}

/** Rate of change of the returned blood, L/s, at `returned` L and a chamber pressure in mmHg. */
export function bloodFlow(veins: Veins, returned: number, pressure: number): number {
  if (pressure > veins.emptiesAbove) return -returned / veins.emptying;
  return veins.volume > 0 ? veins.inflow * (1 - returned / veins.volume) : 0;
}
