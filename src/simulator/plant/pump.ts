/** The diaphragm pump: flow falls with pressure, nothing turns below the dead band, nothing flows back. And its battery. */

import type { PlantParameters } from './parameters.ts';

/** Charge that boots with a failing battery report at most, %. */
const FAILING_CHARGE = 10;

export class Pump {
  readonly #parameters: PlantParameters;
  #drive = 0;
  #charge: number;
  /** The rotor is stuck. */
  stalled = false;
  /** Its transistor is shorted: it runs at full drive whatever is asked. */
  shorted = false;
  /** The battery holds no charge worth the name. */
  batteryFailing = false;
  /** Flow against nothing now, L/min; 0 when it stands still. */
  freeFlow = 0;
  /** Pressure at which it stalls now, mmHg. */
  stallPressure: number;

  constructor(parameters: PlantParameters) {
    this.#parameters = parameters;
    this.#charge = parameters.charge;
    this.stallPressure = parameters.pumpPressure;
  }

  /** Drive asked for, 0 to 1; beyond is cut off. */
  command(drive: number): void {
    this.#drive = Math.min(1, Math.max(0, drive));
  }

  /** Without faults. */
  mend(): void {
    this.stalled = false;
    this.shorted = false;
    this.batteryFailing = false;
  }

  /** %, 0 to 100. */
  get charge(): number {
    return this.batteryFailing ? Math.min(FAILING_CHARGE, this.#charge) : this.#charge;
  }

  /** Lets `dt` seconds pass: the battery drains, flow and stall pressure follow drive and charge. */
  advance(dt: number): void {
    const drive = this.shorted ? 1 : this.#drive;
    const turning = !this.stalled && this.#charge > 0 && drive >= this.#parameters.pumpDeadBand;
    const strength = this.charge < this.#parameters.lowBattery ? this.#parameters.lowBatteryPump : 1;
    this.freeFlow = turning ? drive * strength * this.#parameters.pumpFlow : 0;
    this.stallPressure = strength * this.#parameters.pumpPressure;
    if (turning) this.#charge = Math.max(0, this.#charge - (100 * drive * dt) / this.#parameters.batteryLife);
  }

  /** L/min into a manifold at `pressure` mmHg. */
  flow(pressure: number): number {
    return this.freeFlow * Math.max(0, 1 - pressure / this.stallPressure);
  }
}
