/**
 * The diaphragm pump and its battery. Flow falls with pressure; the motor does not turn below the dead band;
 * nothing flows back.
 */

import type { PlantParameters } from './parameters.ts';

/** Highest charge that a failing battery reports, %. */
const FAILING_CHARGE = 10;

export class Pump {
  readonly #parameters: PlantParameters;
  #drive = 0;
  #charge: number;
  /** The rotor is stuck. */
  stalled = false;
  /** The transistor is shorted: full drive, whatever is commanded. */
  shorted = false;
  /** The battery holds hardly any charge. */
  batteryFailing = false;
  /** Free flow now, L/min; 0 when the pump stands still. */
  freeFlow = 0;
  /** Pressure at which the pump stalls now, mmHg. */
  stallPressure: number;

  constructor(parameters: PlantParameters) {
    this.#parameters = parameters;
    this.#charge = parameters.charge;
    this.stallPressure = parameters.pumpPressure;
  }

  /** Commanded drive, clamped to 0 to 1. */
  command(drive: number): void {
    this.#drive = Math.min(1, Math.max(0, drive));
  }

  /** Removes all faults. */
  mend(): void {
    this.stalled = false;
    this.shorted = false;
    this.batteryFailing = false;
  }

  /** %, 0 to 100. */
  get charge(): number {
    return this.batteryFailing ? Math.min(FAILING_CHARGE, this.#charge) : this.#charge;
  }

  /** Advances by `dt` seconds: the battery drains; flow and stall pressure follow drive and charge. */
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
