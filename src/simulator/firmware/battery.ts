/**
 * The battery level that the boots report: in whole percent, with hysteresis so that it does not flicker between two
 * values. Times are in s.
 */

import type { Hardware } from '../hardware.ts';

/** Time between updates of the reported level, s. */
const READING_PERIOD = 5;
/** Charge at which the boots switch off, %: a lower charge cannot drive pump and valves reliably. */
const EMPTY_CHARGE = 2;

export class Battery {
  /** %; null = not known. */
  #level: number | null = null;
  /** The last known level since the boots started, %; null = none. */
  #lastKnown: number | null = null;
  #since = 0;

  /** @param isThere whether these boots have a battery; if not, its level is never known */
  constructor(
    private readonly hardware: Hardware,
    private readonly isThere: boolean,
  ) {
    this.reboot();
  }

  /** %, 0 to 100; null = not known. */
  get level(): number | null {
    return this.#level;
  }

  /**
   * The Battery Level characteristic, %. It has no code for *not known*, so it keeps the last known level, or 0 if there
   * was none; 100 = no battery (PROTOCOL.md, STAT-9).
   */
  get characteristic(): number {
    return this.isThere ? (this.#lastKnown ?? 0) : 100;
  }

  /** Whether the charge is known and too low to drive pump and valves. */
  get isEmpty(): boolean {
    const charge = this.#charge();
    return charge !== null && charge <= EMPTY_CHARGE;
  }

  reboot(): void {
    const charge = this.#charge();
    this.#level = charge === null ? null : Math.round(charge);
    this.#lastKnown = this.#level;
    this.#since = 0;
  }

  /** @param dt s @returns whether the characteristic has changed */
  step(dt: number): boolean {
    this.#since += dt;
    if (this.#since < READING_PERIOD) return false;
    this.#since = 0;
    const before = this.characteristic;
    const charge = this.#charge();
    const isSteady = charge !== null && this.#level !== null && Math.abs(charge - this.#level) < 0.75;
    if (!isSteady) this.#level = charge === null ? null : Math.round(charge);
    this.#lastKnown = this.#level ?? this.#lastKnown;
    return this.characteristic !== before;
  }

  #charge(): number | null {
    const charge = this.isThere ? this.hardware.battery() : null;
    return charge === null ? null : Math.min(100, Math.max(0, charge));
  }
}
