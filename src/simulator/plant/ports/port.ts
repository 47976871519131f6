/**
 * One connector of the boots: a fill valve, a vent valve, a sensor, and the hose to the chamber it is plugged
 * into. Two connectors may share valves; then a tee moves their air.
 */

import type { Mmhg } from '../../../../firmware-protocol/quantities.ts';
import type { Chamber } from '../chamber.ts';
import type { Gauges } from '../gauges.ts';
import type { PlantParameters } from '../parameters.ts';
import type { Sensor } from '../sensor.ts';
import type { Outlet } from './outlet.ts';
import { orifice, Valve } from './valve.ts';

/** A bag with less air than this could be emptied within one step, L. */
const NEARLY_EMPTY = 0.02;

export class Port implements Outlet {
  readonly #parameters: PlantParameters;
  readonly fill: Valve;
  readonly vent: Valve;
  readonly sensor: Sensor;
  /** The second gauge. */
  readonly guard: Sensor;
  chamber: Chamber;
  /** Multiplies the hose's conductance: 1, or less when kinked. */
  hose = 1;
  /** Whether the hose is plugged in; if not, valves and chamber both open into the room. */
  plugged = true;
  fillConductance = 0;
  inflow = 0;

  /** @param twin a port that shares its valves with this one */
  constructor(parameters: PlantParameters, chamber: Chamber, { sensor, guard }: Gauges, twin?: Port) {
    this.#parameters = parameters;
    this.chamber = chamber;
    this.sensor = sensor;
    this.guard = guard;
    this.fill = twin?.fill ?? new Valve(false, parameters.openingDelay, parameters.closingDelay);
    this.vent = twin?.vent ?? new Valve(true, parameters.openingDelay, parameters.closingDelay);
  }

  /** Removes all faults and plugs the port into its own chamber. */
  mend(chamber: Chamber): void {
    this.chamber = chamber;
    this.hose = 1;
    this.plugged = true;
    this.fill.stuck = null;
    this.vent.stuck = null;
    this.sensor.mend();
    this.guard.mend();
  }

  get outletPressure(): number {
    return this.plugged ? this.chamber.pressure : 0;
  }

  advance(dt: number, manifold: number): void {
    this.fill.advance(dt);
    this.vent.advance(dt);
    let conductance = this.#parameters.fillConductance * this.hose * this.fill.opening;
    // No more can flow back than there is.
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
    return (this.plugged ? 0 : inflow) + lose(this.chamber, (out * dt) / 60);
  }

  /** Flow out of a chamber whose hose is off, L/min. */
  openEnd(): number {
    return this.#parameters.ventConductance * orifice(this.chamber.pressure);
  }

  /**
   * What the zone's sensor reads now; null = nothing.
   * @param ripple of the pump, where a fill valve is wide open, mmHg
   * @param time since the start, s
   */
  sense(manifold: number, ripple: number, time: number): Mmhg | null {
    return this.sensor.read(this.tapPressure(manifold) + this.fill.opening * ripple, time);
  }

  /** The same of the second gauge, which has a tube of its own to the bag. */
  senseAgain(time: number): Mmhg | null {
    return this.guard.read(this.plugged ? this.chamber.pressure : 0, time);
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

/** Takes `litres` from a chamber, or all it has. @returns what was taken */
export function lose(chamber: Chamber, litres: number): number {
  const taken = Math.min(litres, chamber.air);
  chamber.air -= taken;
  return taken;
}
