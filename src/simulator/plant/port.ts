/** One connector of the boots: a fill valve, a vent valve, a sensor, and the hose to whichever chamber it is plugged into. */

import type { Chamber } from './chamber.ts';
import type { PlantParameters } from './parameters.ts';
import type { Sensor } from './sensor.ts';
import { orifice, Valve } from './valve.ts';

/** A bag with less air than this could be emptied within a step, L. */
const NEARLY_EMPTY = 0.02;

export class Port {
  readonly #parameters: PlantParameters;
  readonly fill: Valve;
  readonly vent: Valve;
  readonly sensor: Sensor;
  chamber: Chamber;
  /** × on the conductance of the hose: 1, or less when kinked. */
  hose = 1;
  /** Whether the hose is plugged in; if not, the valves and the chamber both end in the room. */
  plugged = true;
  /** K from manifold to outlet during this step, L/min/√mmHg. */
  fillConductance = 0;
  /** Flow through the fill valve, L/min; negative runs back into the manifold. */
  inflow = 0;

  constructor(parameters: PlantParameters, chamber: Chamber, sensor: Sensor) {
    this.#parameters = parameters;
    this.chamber = chamber;
    this.sensor = sensor;
    this.fill = new Valve(false, parameters.openingDelay, parameters.closingDelay);
    this.vent = new Valve(true, parameters.openingDelay, parameters.closingDelay);
  }

  /** Without faults, plugged into the chamber it belongs to. */
  mend(chamber: Chamber): void {
    this.chamber = chamber;
    this.hose = 1;
    this.plugged = true;
    this.fill.stuck = null;
    this.vent.stuck = null;
    this.sensor.mend();
  }

  /** What the fill valve works against, mmHg. */
  get outletPressure(): number {
    return this.plugged ? this.chamber.pressure : 0;
  }

  /** Moves the valves on by `dt` seconds. @param manifold pressure there so far, mmHg */
  advance(dt: number, manifold: number): void {
    this.fill.advance(dt);
    this.vent.advance(dt);
    let conductance = this.#parameters.fillConductance * this.hose * this.fill.opening;
    // What runs back can be no more than there is.
    const runsBack = this.plugged && this.chamber.pressure > Math.max(0, manifold);
    if (conductance > 0 && runsBack && this.chamber.air < NEARLY_EMPTY)
      conductance = Math.min(conductance, (this.chamber.air * 60) / (dt * orifice(this.chamber.pressure)));
    this.fillConductance = conductance;
  }

  /** Flow out of the chamber into the room, through the vent or an open end, L/min. */
  outflow(): number {
    const opening = this.plugged ? this.vent.opening * this.hose : 1;
    return opening === 0 ? 0 : this.#parameters.ventConductance * opening * orifice(this.chamber.pressure);
  }

  /** Pressure where the sensor taps the hose, mmHg. */
  tapPressure(manifold: number): number {
    const bag = this.chamber.pressure;
    const tap = this.#parameters.sensorTap;
    if (tap === 0 || !this.plugged) return bag;
    const valveEnd =
      bag + this.fill.opening * (manifold - bag) - (1 - this.fill.opening) * this.vent.opening * bag;
    return bag + tap * (valveEnd - bag);
  }
}
