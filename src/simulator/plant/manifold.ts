/**
 * The manifold between the pump and the fill valves. It has no volume: at every moment, as much air flows out as flows
 * in.
 */

import type { Outlet } from './ports/outlet.ts';
import { orifice } from './ports/valve.ts';
import type { Pump } from './pump.ts';

/** Newton's method stops when the flows differ by less than this, L/min. */
const FLOW_TOLERANCE = 1e-7;
const MOST_NEWTON_STEPS = 60;

export class Manifold {
  /** Gauge pressure, mmHg. */
  pressure = 0;

  /**
   * Finds the pressure at which the pump delivers as much air as flows out through the open fill valves, and stores
   * each valve's flow in its outlet. The imbalance falls as the pressure rises, so Newton's method stays between two
   * bounds that close in on the solution.
   */
  solve(outlets: readonly Outlet[], pump: Pump): void {
    let low = Number.POSITIVE_INFINITY;
    let high = pump.freeFlow > 0 ? pump.stallPressure : Number.NEGATIVE_INFINITY;
    for (const outlet of outlets) {
      outlet.inflow = 0;
      if (outlet.fillConductance === 0) continue;
      low = Math.min(low, outlet.outletPressure);
      high = Math.max(high, outlet.outletPressure);
    }
    if (low === Number.POSITIVE_INFINITY) {
      // With no valve open, a running pump raises the manifold to the pump's stall pressure. While the pump
      // stands still, the pressure stays.
      if (pump.freeFlow > 0) this.pressure = pump.stallPressure;
      return;
    }

    let pressure = Math.min(high, Math.max(low, this.pressure));
    for (let step = 0; step < MOST_NEWTON_STEPS; step++) {
      let imbalance = pump.flow(pressure);
      let slope = pressure < pump.stallPressure ? pump.freeFlow / pump.stallPressure : 0;
      for (const outlet of outlets) {
        const conductance = outlet.fillConductance;
        if (conductance === 0) continue;
        const flow = orifice(pressure - outlet.outletPressure);
        outlet.inflow = conductance * flow;
        imbalance -= outlet.inflow;
        const size = Math.abs(flow);
        slope += size > 1 ? conductance / (2 * size) : conductance;
      }
      if (Math.abs(imbalance) < FLOW_TOLERANCE) break;
      if (imbalance > 0) low = pressure;
      else high = pressure;
      const next = pressure + imbalance / slope;
      pressure = next > low && next < high ? next : (low + high) / 2;
    }
    this.pressure = pressure;
  }
}
