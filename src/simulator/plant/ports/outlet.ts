/** An outlet of the manifold: a port that leads to one chamber, or a tee that leads to two. */

export interface Outlet {
  /** Flow coefficient K between the manifold and the outlet in this step, L/min/√mmHg; 0 = closed. */
  readonly fillConductance: number;
  /** Pressure behind the fill valve, mmHg. */
  readonly outletPressure: number;
  /** Flow through the fill valve, L/min; negative = back into the manifold. `Manifold.solve` sets `inflow`. */
  inflow: number;
  /** Advances the valves by `dt` seconds. @param manifold pressure of the manifold before this step, mmHg */
  advance(dt: number, manifold: number): void;
  /**
   * Moves air into and out of the chambers for `dt` seconds.
   * @returns air that escaped into the room through vents and open hoses, L at room pressure and 297 K
   */
  exchange(dt: number): number;
}
