/** An outlet of the manifold: a port with one chamber, or a tee with two. */

export interface Outlet {
  /** Flow coefficient K from the manifold to the outlet in this step, L/min/√mmHg. */
  readonly fillConductance: number;
  /** Pressure behind the fill valve, mmHg. */
  readonly outletPressure: number;
  /** Flow through the fill valve, L/min; negative = back into the manifold. The manifold sets it. */
  inflow: number;
  /** Advances the valves by `dt` seconds. @param manifold pressure of the manifold before this step, mmHg */
  advance(dt: number, manifold: number): void;
  /** Moves air into and out of the chambers for `dt` seconds. @returns air that escaped into the room, L */
  exchange(dt: number): number;
}
