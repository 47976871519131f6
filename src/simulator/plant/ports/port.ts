/**
 * One connector of the boots: a fill valve, a vent valve, two gauges, and the hose to a chamber. If two connectors
 * share their valves, a tee (tee.ts) moves the air.
 */

import type { Mmhg } from '../../../../firmware-protocol/quantities.ts';
import type { Chamber } from '../chamber.ts';
import type { Gauges } from '../gauges.ts';
import type { PlantParameters } from '../parameters.ts';
import type { Sensor } from '../sensor.ts';
import type { Outlet } from './outlet.ts';
import { orifice, Valve } from './valve.ts';

/** Amount of air below which a bag could empty within one step, L. */
const NEARLY_EMPTY = 0.02;

export class Port implements Outlet {
  readonly #parameters: PlantParameters;
  readonly fill: Valve;
  readonly vent: Valve;
  readonly sensor: Sensor;
  readonly secondSensor: Sensor;
  chamber: Chamber;
  /** Factor for the hose's conductance: 1, or less if the hose is kinked. */
  hose = 1;
  /** Whether the hose is plugged in; if not, the valves and the chamber both open into the room. */
  plugged = true;
  fillConductance = 0;
  inflow = 0;

  /** @param twin the port whose valves this one shares; without it, this port has its own */
  constructor(parameters: PlantParameters, chamber: Chamber, { sensor, second }: Gauges, twin?: Port) {
    this.#parameters = parameters;
    this.chamber = chamber;
    this.sensor = sensor;
    this.secondSensor = second;
    this.fill = twin?.fill ?? new Valve(false, parameters.openingDelay, parameters.closingDelay);
    this.vent = twin?.vent ?? new Valve(true, parameters.openingDelay, parameters.closingDelay);
  }

  /** Removes all faults and connects the port to `chamber`, its own. */
  repair(chamber: Chamber): void {
    this.chamber = chamber;
    this.hose = 1;
    this.plugged = true;
    this.fill.stuck = null;
    this.vent.stuck = null;
    this.sensor.repair();
    this.secondSensor.repair();
  }

  get outletPressure(): number {
    return this.plugged ? this.chamber.pressure : 0;
  }

  advance(dt: number, manifold: number): void {
    this.fill.advance(dt);
    this.vent.advance(dt);
    let conductance = this.#parameters.fillConductance * this.hose * this.fill.opening;
    // No more air can flow back into the manifold than the chamber has.
    const runsBack = this.plugged && this.chamber.pressure > Math.max(0, manifold);
    if (conductance > 0 && runsBack && this.chamber.air < NEARLY_EMPTY)
      conductance = Math.min(conductance, (this.chamber.air * 60) / (dt * orifice(this.chamber.pressure)));
    this.fillConductance = conductance;
  }

  exchange(dt: number): number {
    const inflow = (this.inflow * dt) / 60;
    if (this.plugged) this.chamber.air += inflow;
    const opening = this.vent.opening * this.hose;
    const out = this.plugged
      ? opening === 0
        ? 0
        : this.#parameters.ventConductance * opening * orifice(this.chamber.pressure)
      : this.openEnd();
    return (this.plugged ? 0 : inflow) + takeAir(this.chamber, (out * dt) / 60);
  }

  /** Flow into the room from a chamber whose hose is unplugged, L/min. */
  openEnd(): number {
    return this.#parameters.ventConductance * orifice(this.chamber.pressure);
  }

  /**
   * The reading of the first gauge, mmHg; null = none.
   * @param manifold pressure of the manifold, mmHg
   * @param ripple the pump's ripple now in a zone whose fill valve is fully open, mmHg
   * @param time since the start, s
   */
  sense(manifold: number, ripple: number, time: number): Mmhg | null {
    return this.sensor.read(this.tapPressure(manifold) + this.fill.opening * ripple, time);
  }

  /**
   * The reading of the second gauge, mmHg; null = none. It has its own tube to the chamber, which stays on if the hose
   * comes off.
   * @param time since the start, s
   */
  senseSecond(time: number): Mmhg | null {
    return this.secondSensor.read(this.chamber.pressure, time);
  }

  /** Pressure at the point where the first gauge taps the hose, mmHg. @param manifold pressure of the manifold, mmHg */
  tapPressure(manifold: number): number {
    const tap = this.#parameters.sensorTap;
    if (tap === 0) return this.chamber.pressure;
    // A gauge that taps a hose that has come off reads the room at the open end.
    const bag = this.plugged ? this.chamber.pressure : 0;
    const valveEnd =
      bag + this.fill.opening * (manifold - bag) - (1 - this.fill.opening) * this.vent.opening * bag;
    return bag + tap * (valveEnd - bag);
  }
}

/** Takes `litres` of air from a chamber, or all that it has. @returns the litres that were taken */
export function takeAir(chamber: Chamber, litres: number): number {
  const taken = Math.min(litres, chamber.air);
  chamber.air -= taken;
  return taken;
}
