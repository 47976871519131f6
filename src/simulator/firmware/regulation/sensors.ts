/**
 * Each zone's measured pressure: the reading minus the sensor's zero, smoothed. `quick` follows within 40 ms,
 * for what must react at once; `calm` within 0.2 s, for what must not chatter.
 */

import { figures } from '../../../../firmware-protocol/figures.ts';
import { type Mmhg, mmhg } from '../../../../firmware-protocol/quantities.ts';
import type { Hardware } from '../../hardware.ts';

const QUICK_TIME = 0.04;
const CALM_TIME = 0.2;
/** Readings may be missing for this long, s. */
export const MISSING = figures.gaugeMissing.value;

export class Sensors {
  /** Raw reading, mmHg; NaN = no reading. */
  readonly raw: Float64Array;
  /** Reading minus zero, mmHg; NaN = no reading. */
  readonly unsmoothed: Float64Array;
  /** Reading minus zero, smoothed, mmHg. Kept while there is no reading. */
  readonly quick: Float64Array;
  readonly calm: Float64Array;
  readonly zero: Float64Array;
  /** Raw readings of the second gauges, mmHg; null = these boots have none. */
  readonly again: Float64Array | null;
  /** What each second gauge read when the zero of the first was taken, mmHg. */
  readonly againZero: Float64Array;
  /** How long each sensor has given no reading, s. */
  readonly missing: Float64Array;
  /** How long each sensor has given exactly the same reading, s. */
  readonly unchanged: Float64Array;
  readonly #seen: Uint8Array;
  /** By zone: 1 = the last reading was an earlier one. */
  readonly #held: Uint8Array;

  constructor(
    readonly hardware: Hardware,
    secondGauge = false,
  ) {
    const { zones } = hardware;
    this.raw = new Float64Array(zones).fill(Number.NaN);
    this.unsmoothed = new Float64Array(zones).fill(Number.NaN);
    this.quick = new Float64Array(zones);
    this.calm = new Float64Array(zones);
    this.zero = new Float64Array(zones);
    this.againZero = new Float64Array(zones);
    this.again = secondGauge ? new Float64Array(zones) : null;
    this.missing = new Float64Array(zones);
    this.unchanged = new Float64Array(zones);
    this.#seen = new Uint8Array(zones);
    this.#held = new Uint8Array(zones);
  }

  get zones(): number {
    return this.hardware.zones;
  }

  /** Whether gauges read the bags while air flows past them. */
  get readsInFlow(): boolean {
    return this.hardware.holds === undefined;
  }

  /** Whether the zone cannot be read now, because air flows past its gauge. */
  holds(zone: number): boolean {
    return this.hardware.holds?.(zone) ?? false;
  }

  /** @param dt time since the last reading, s */
  read(dt: number): void {
    const quick = 1 - Math.exp(-dt / QUICK_TIME);
    const calm = 1 - Math.exp(-dt / CALM_TIME);
    for (let zone = 0; zone < this.zones; zone++) {
      if (this.again) this.again[zone] = this.hardware.senseAgain(zone) ?? 0;
      const reading = this.hardware.sense(zone);
      if (reading === null) {
        this.raw[zone] = Number.NaN;
        this.unsmoothed[zone] = Number.NaN;
        this.missing[zone] = (this.missing[zone] ?? 0) + dt;
        continue;
      }
      this.missing[zone] = 0;
      const isHeld = this.holds(zone);
      const isNew = this.#seen[zone] === 0 || (this.#held[zone] === 1 && !isHeld);
      this.#held[zone] = isHeld ? 1 : 0;
      if (!isHeld) this.unchanged[zone] = reading === this.raw[zone] ? (this.unchanged[zone] ?? 0) + dt : 0;
      this.raw[zone] = reading;
      const pressure = reading - (this.zero[zone] ?? 0);
      this.unsmoothed[zone] = pressure;
      if (isNew) {
        this.#seen[zone] = 1;
        this.quick[zone] = pressure;
        this.calm[zone] = pressure;
        continue;
      }
      this.quick[zone] = (this.quick[zone] ?? 0) + quick * (pressure - (this.quick[zone] ?? 0));
      this.calm[zone] = (this.calm[zone] ?? 0) + calm * (pressure - (this.calm[zone] ?? 0));
    }
  }

  /** From now on, a raw reading of `zero` mmHg in this zone counts as 0. */
  setZero(zone: number, zero: number): void {
    const shift = (this.zero[zone] ?? 0) - zero;
    this.zero[zone] = zero;
    this.againZero[zone] = this.again?.[zone] ?? 0;
    this.quick[zone] = (this.quick[zone] ?? 0) + shift;
    this.calm[zone] = (this.calm[zone] ?? 0) + shift;
  }

  /** For display; null while there is no reading. */
  measured(zone: number): Mmhg | null {
    return (this.missing[zone] ?? 0) > 0 || this.#seen[zone] === 0 ? null : mmhg(this.quick[zone] ?? 0);
  }

  /** The first zone at or above a pressure by its raw reading, without zeroing; null = none. */
  firstAsBoughtFrom(pressure: number): number | null {
    for (let zone = 0; zone < this.zones; zone++) {
      if (!((this.quick[zone] ?? 0) + (this.zero[zone] ?? 0) < pressure)) return zone;
    }
    return null;
  }

  /** The same, and every gauge gives a reading: none is not *below*. */
  allReadBelow(pressure: number): boolean {
    return this.missing.every((time) => time <= MISSING) && this.allBelow(pressure);
  }

  allBelow(pressure: number): boolean {
    for (let zone = 0; zone < this.zones; zone++) if (!((this.quick[zone] ?? 0) < pressure)) return false;
    return true;
  }
}
