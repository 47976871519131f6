/**
 * A tee, where the hose behind a fill valve and a vent valve splits to two chambers. The tee has no volume, so at every
 * moment as much air flows out as flows in. It connects the two chambers even if both valves are closed.
 */

import type { PlantParameters } from '../parameters.ts';
import type { Outlet } from './outlet.ts';
import { type Port, takeAir } from './port.ts';
import { orifice } from './valve.ts';

/** Newton's method stops when the flows differ by less than this, L/min. */
const FLOW_TOLERANCE = 1e-7;
const MOST_NEWTON_STEPS = 60;

export class Tee implements Outlet {
  readonly #parameters: PlantParameters;
  readonly #ports: readonly [Port, Port];
  fillConductance = 0;
  inflow = 0;
  /** Pressure at the tee, mmHg. */
  outletPressure = 0;

  /** @param ports the two ports that share their valves */
  constructor(parameters: PlantParameters, ports: readonly [Port, Port]) {
    this.#parameters = parameters;
    this.#ports = ports;
  }

  advance(dt: number, manifold: number): void {
    const [{ fill, vent }] = this.#ports;
    fill.advance(dt);
    vent.advance(dt);
    // Chambers with hardly any pressure have hardly any air to flow back into the manifold.
    const dry = manifold < this.outletPressure && this.#ports.every(({ chamber }) => chamber.pressure < 0.5);
    this.fillConductance = dry ? 0 : this.#parameters.fillConductance * fill.opening;
  }

  exchange(dt: number): number {
    this.#solve();
    let kept = 0;
    let vented = 0;
    for (const port of this.#ports) {
      const flow = (this.#branch(port) * orifice(this.outletPressure - port.outletPressure) * dt) / 60;
      if (!port.plugged) {
        vented += flow + takeAir(port.chamber, (port.openEnd() * dt) / 60);
        kept += flow;
      } else if (flow >= 0) {
        port.chamber.air += flow;
        kept += flow;
      } else kept -= takeAir(port.chamber, -flow);
    }
    // Air that came through the fill valve or from a chamber, and is now in no chamber, has escaped into the room.
    return vented + (this.inflow * dt) / 60 - kept;
  }

  get #vent(): number {
    const { ventConductance, pairedVent } = this.#parameters;
    return ventConductance * pairedVent * this.#ports[0].vent.opening;
  }

  #branch(port: Port): number {
    return this.#parameters.branchConductance * port.hose;
  }

  /**
   * Finds the pressure at the tee for the flow through the fill valve in this step. The imbalance falls as the
   * pressure rises, so Newton's method stays between two bounds that close in on the solution.
   */
  #solve(): void {
    const [one, other] = this.#ports;
    const vent = this.#vent;
    const drive = this.inflow / Math.max(this.#branch(one), this.#branch(other));
    let low = Math.min(0, one.outletPressure, other.outletPressure, -(drive ** 2) - 1);
    let high = Math.max(one.outletPressure, other.outletPressure, 0) + drive ** 2 + 1;
    let pressure = Math.min(high, Math.max(low, this.outletPressure));
    for (let step = 0; step < MOST_NEWTON_STEPS; step++) {
      const out = orifice(pressure);
      let imbalance = this.inflow - vent * out;
      let slope = vent * slopeOf(out);
      for (const port of this.#ports) {
        const flow = orifice(pressure - port.outletPressure);
        imbalance -= this.#branch(port) * flow;
        slope += this.#branch(port) * slopeOf(flow);
      }
      if (Math.abs(imbalance) < FLOW_TOLERANCE) break;
      if (imbalance > 0) low = pressure;
      else high = pressure;
      const next = pressure + imbalance / slope;
      pressure = next > low && next < high ? next : (low + high) / 2;
    }
    this.outletPressure = pressure;
  }
}

/**
 * Derivative of the flow through an orifice with K = 1 with respect to the pressure difference, L/min/mmHg. @param
 * flow through the orifice, L/min
 */
const slopeOf = (flow: number): number => {
  const size = Math.abs(flow);
  return size > 1 ? 1 / (2 * size) : 1;
};
