/** What hangs on the manifold: a port with its chamber, or a fork with two. */

export interface Outlet {
  /** K from manifold to outlet during this step, L/min/√mmHg. */
  readonly fillConductance: number;
  /** What the fill valve works against, mmHg. */
  readonly outletPressure: number;
  /** Flow through the fill valve, L/min; negative runs back into the manifold. The manifold sets it. */
  inflow: number;
  /** Moves the valves on by `dt` seconds. @param manifold pressure there so far, mmHg */
  advance(dt: number, manifold: number): void;
  /** Moves the air of `dt` seconds in and out of the chambers. @returns what went into the room, L */
  exchange(dt: number): number;
}
