/** What is connected to the manifold: a port with one chamber, or a tee with two. */

export interface Outlet {
  /** K from manifold to outlet in this step, L/min/√mmHg. */
  readonly fillConductance: number;
  /** Pressure behind the fill valve, mmHg. */
  readonly outletPressure: number;
  /** Flow through the fill valve, L/min; negative flows back into the manifold. Set by the manifold. */
  inflow: number;
  /** Advances the valves by `dt` seconds. @param manifold its pressure so far, mmHg */
  advance(dt: number, manifold: number): void;
  /** Moves air in and out of the chambers for `dt` seconds. @returns what escaped into the room, L */
  exchange(dt: number): number;
}
