/**
 * The diaphragm pump and its battery. The flow falls as the pressure rises, the motor does not turn while the drive is
 * in the dead band, and no air flows back through the pump.
 */

import type { PlantParameters } from './parameters.ts';

/** Highest charge that a failing battery shows, %. */
const FAILING_CHARGE = 10;

export class Pump {
  readonly #parameters: PlantParameters;
  #drive = 0;
  #charge: number;
  stalled = false;
  shorted = false;
  /** Whether the battery fails: the charge then reads at most `FAILING_CHARGE`. */
  batteryFailing = false;
  batteryEmpty = false;
  /** Whether the charge cannot be read. */
  chargeUnknown = false;
  /** Flow without back pressure at the present drive, L/min; 0 while the pump stands still. */
  freeFlow = 0;
  /** Pressure at which the pump stalls with the present charge, mmHg. */
  stallPressure: number;

  constructor(parameters: PlantParameters) {
    this.#parameters = parameters;
    this.#charge = parameters.charge;
    this.stallPressure = parameters.pumpPressure;
  }

  /** Sets the drive, clamped to 0 to 1. */
  command(drive: number): void {
    this.#drive = Math.min(1, Math.max(0, drive));
  }

  repair(): void {
    this.stalled = false;
    this.shorted = false;
    this.batteryFailing = false;
    this.batteryEmpty = false;
    this.chargeUnknown = false;
  }

  /** Charge by the battery's own gauge, %, 0 to 100. */
  get charge(): number {
    if (this.batteryEmpty) return 0;
    return this.batteryFailing ? Math.min(FAILING_CHARGE, this.#charge) : this.#charge;
  }

  /** Advances by `dt` seconds: updates free flow and stall pressure for the drive, the charge and the faults, and drains the battery. */
  advance(dt: number): void {
    const drive = this.shorted ? 1 : this.#drive;
    const turning = !this.stalled && this.charge > 0 && drive >= this.#parameters.pumpDeadBand;
    const strength = this.charge < this.#parameters.lowBattery ? this.#parameters.lowBatteryPump : 1;
    this.freeFlow = turning ? drive * strength * this.#parameters.pumpFlow : 0;
    this.stallPressure = strength * this.#parameters.pumpPressure;
    if (turning) this.#charge = Math.max(0, this.#charge - (100 * drive * dt) / this.#parameters.batteryLife);
  }

  /** Flow into a manifold at `pressure` mmHg, L/min; never negative. */
  flow(pressure: number): number {
    return this.freeFlow * Math.max(0, 1 - pressure / this.stallPressure);
  }
}
