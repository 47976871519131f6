/**
 * Two chambers on one fill and one vent valve: behind the valves the hose splits at a tee. The tee has no
 * volume, so what flows in flows out at every moment, and it connects the two chambers whatever the valves
 * do.
 */

import type { PlantParameters } from '../parameters.ts';
import type { Outlet } from './outlet.ts';
import { lose, type Port } from './port.ts';
import { orifice } from './valve.ts';

/** Tolerated imbalance of the flows, L/min. */
const FLOW_TOLERANCE = 1e-7;
const MAX_STEPS = 60;

export class Tee implements Outlet {
  readonly #parameters: PlantParameters;
  readonly #ports: readonly [Port, Port];
  fillConductance = 0;
  inflow = 0;
  /** Pressure at the tee, mmHg. */
  outletPressure = 0;

  /** @param ports that share their valves */
  constructor(parameters: PlantParameters, ports: readonly [Port, Port]) {
    this.#parameters = parameters;
    this.#ports = ports;
  }

  advance(dt: number, manifold: number): void {
    const [{ fill, vent }] = this.#ports;
    fill.advance(dt);
    vent.advance(dt);
    // Air that flows back into the manifold comes from the chambers: never more than they have.
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
        vented += flow + lose(port.chamber, (port.openEnd() * dt) / 60);
        kept += flow;
      } else if (flow >= 0) {
        port.chamber.air += flow;
        kept += flow;
      } else kept -= lose(port.chamber, -flow);
    }
    // Whatever came through the fill valve or from a chamber and is now in no chamber has escaped into the
    // room.
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
   * Finds the pressure at the tee for this inflow. Newton's method kept within a bracket, since the imbalance
   * decreases with pressure.
   */
  #solve(): void {
    const [one, other] = this.#ports;
    const vent = this.#vent;
    const drive = this.inflow / Math.max(this.#branch(one), this.#branch(other));
    let low = Math.min(0, one.outletPressure, other.outletPressure, -(drive ** 2) - 1);
    let high = Math.max(one.outletPressure, other.outletPressure, 0) + drive ** 2 + 1;
    let pressure = Math.min(high, Math.max(low, this.outletPressure));
    for (let step = 0; step < MAX_STEPS; step++) {
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

/** Derivative of an orifice's flow by pressure, at a given flow. */
const slopeOf = (flow: number): number => {
  const size = Math.abs(flow);
  return size > 1 ? 1 / (2 * size) : 1;
};
