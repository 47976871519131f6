/**
 * The veins under a chamber: the chamber's pressure empties them within seconds, and the arteries refill them after a
 * release. Volumes are in L, pressures in mmHg.
 */

export interface Veins {
  readonly emptiesAbove: number;
  /** Time constant with which the veins empty, s. */
  readonly emptying: number;
  /** Volume of blood in full veins. */
  readonly volume: number;
  /** Inflow while the veins are empty, L/s. */
  readonly inflow: number;
}

/**
 * Rate at which blood flows into the veins, L/s; negative = out.
 * @param blood in the veins
 * @param pressure of the chamber
 */
export function bloodFlow(veins: Veins, blood: number, pressure: number): number {
  if (pressure > veins.emptiesAbove) return -blood / veins.emptying;
  return veins.volume > 0 ? veins.inflow * (1 - blood / veins.volume) : 0;
}
