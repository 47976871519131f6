/**
 * The battery level that the boots report: in whole percent, with hysteresis so that it does not flicker between two
 * values.
 */

import type { Hardware } from '../hardware.ts';

/** Time between readings of the charge, s. */
const READING_PERIOD = 5;

export class Battery {
  #level: number;
  #since = 0;

  constructor(private readonly hardware: Hardware) {
    this.#level = Math.round(hardware.battery());
  }

  /** %, 0 to 100. */
  get level(): number {
    return this.#level;
  }

  /** @param dt s @returns whether the level has changed */
  step(dt: number): boolean {
    this.#since += dt;
    if (this.#since < READING_PERIOD) return false;
    this.#since = 0;
    const charge = Math.min(100, Math.max(0, this.hardware.battery()));
    if (Math.abs(charge - this.#level) < 0.75) return false;
    this.#level = Math.round(charge);
    return true;
  }
}
