/**
 * The measured pressure of each zone, mmHg: the reading minus the sensor's zero, smoothed in two ways. `quick` is for
 * code that must react at once, `calm` for code that must not react to noise. Times are in s.
 */

import { figures } from '../../../../firmware-protocol/figures.ts';
import { type Mmhg, mmhg } from '../../../../firmware-protocol/quantities.ts';
import type { Hardware } from '../../hardware.ts';

/** Time constants with which `quick` and `calm` follow the readings, s. */
const QUICK_TIME = 0.04;
const CALM_TIME = 0.2;
/** Longest time without a reading before the sensor counts as faulty, s. */
export const LONGEST_MISSING = figures.gaugeMissing.value;

export class Sensors {
  /** Raw reading, mmHg; NaN = no reading. */
  readonly raw: Float64Array;
  /** Reading minus zero, mmHg; NaN = no reading. */
  readonly unsmoothed: Float64Array;
  /** Reading minus zero, smoothed, mmHg. `quick` and `calm` keep their values while there is no reading. */
  readonly quick: Float64Array;
  readonly calm: Float64Array;
  /** Raw reading that counts as 0, mmHg. */
  readonly zero: Float64Array;
  /** Raw reading of each second gauge, mmHg; 0 if it gives none. Null = these boots have no second gauges. */
  readonly second: Float64Array | null;
  /** Raw reading of each second gauge when the first gauge of its zone was zeroed, mmHg. */
  readonly secondZero: Float64Array;
  readonly missing: Float64Array;
  /** How long each sensor has given exactly the same reading, not counting repeats by `isReadingHeld`. */
  readonly unchanged: Float64Array;
  /** By zone: 1 = it has had a reading. */
  readonly #seen: Uint8Array;
  /** By zone: 1 = the last reading repeated an earlier one, because none could be taken. */
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
    this.secondZero = new Float64Array(zones);
    this.second = secondGauge ? new Float64Array(zones) : null;
    this.missing = new Float64Array(zones);
    this.unchanged = new Float64Array(zones);
    this.#seen = new Uint8Array(zones);
    this.#held = new Uint8Array(zones);
  }

  get zones(): number {
    return this.hardware.zones;
  }

  /** Whether the gauges can read the bags while air flows past them. */
  get readsInFlow(): boolean {
    return this.hardware.isReadingHeld === undefined;
  }

  /** Whether the zone's reading repeats an earlier one, because air flows past its gauge. */
  isReadingHeld(zone: number): boolean {
    return this.hardware.isReadingHeld?.(zone) ?? false;
  }

  /** @param dt time since the last reading, s */
  read(dt: number): void {
    const quick = 1 - Math.exp(-dt / QUICK_TIME);
    const calm = 1 - Math.exp(-dt / CALM_TIME);
    const { hardware, zones, second } = this;
    for (let zone = 0; zone < zones; zone++) {
      if (second) second[zone] = hardware.senseSecond(zone) ?? 0;
      const reading = hardware.sense(zone);
      if (reading === null) {
        this.raw[zone] = Number.NaN;
        this.unsmoothed[zone] = Number.NaN;
        this.missing[zone] = (this.missing[zone] ?? 0) + dt;
        continue;
      }
      this.missing[zone] = 0;
      const isHeld = this.isReadingHeld(zone);
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

  /** Call when the boots reboot: they forget every reading, but keep the zeros (PROTOCOL.md, SAFE-6). */
  reboot(): void {
    for (const readings of [this.raw, this.unsmoothed]) readings.fill(Number.NaN);
    for (const values of [this.quick, this.calm, this.missing, this.unchanged]) values.fill(0);
    for (const marks of [this.#seen, this.#held]) marks.fill(0);
  }

  /** Makes a raw reading of `zero` mmHg in this zone count as 0 from now on. */
  setZero(zone: number, zero: number): void {
    const shift = (this.zero[zone] ?? 0) - zero;
    this.zero[zone] = zero;
    this.secondZero[zone] = this.second?.[zone] ?? 0;
    this.quick[zone] = (this.quick[zone] ?? 0) + shift;
    this.calm[zone] = (this.calm[zone] ?? 0) + shift;
  }

  isMeasured(zone: number): boolean {
    return (this.missing[zone] ?? 0) <= 0 && this.#seen[zone] === 1;
  }

  /** The pressure to report, mmHg; null while there is no reading. */
  measured(zone: number): Mmhg | null {
    return this.isMeasured(zone) ? mmhg(this.quick[zone] ?? 0) : null;
  }

  /** The first zone whose smoothed reading, without its zero subtracted, is not below `pressure` mmHg; null = all are below. */
  firstRawNotBelow(pressure: number): number | null {
    for (let zone = 0; zone < this.zones; zone++) {
      if (!this.isBelow(zone, pressure - (this.zero[zone] ?? 0))) return zone;
    }
    return null;
  }

  /**
   * Whether every zone is below `pressure` mmHg, by gauges that work. A gauge works if it has been without a reading
   * for `LONGEST_MISSING` at most.
   */
  allReadBelow(pressure: number): boolean {
    return this.missing.every((time) => time <= LONGEST_MISSING) && this.allBelow(pressure);
  }

  allBelow(pressure: number): boolean {
    for (let zone = 0; zone < this.zones; zone++) if (!this.isBelow(zone, pressure)) return false;
    return true;
  }

  /**
   * Whether the smoothed reading of the zone, the last known one, is below `pressure` mmHg. A zone that has had no
   * reading is not (PROTOCOL.md, READ-5).
   */
  isBelow(zone: number, pressure: number): boolean {
    return this.#seen[zone] === 1 && (this.quick[zone] ?? 0) < pressure;
  }

  /**
   * Whether the smoothed reading of any zone, the last known one, is not below `pressure` mmHg. Zones that have had no
   * reading do not count (PROTOCOL.md, SAFE-2).
   */
  isAnyKnownFull(pressure: number): boolean {
    for (let zone = 0; zone < this.zones; zone++)
      if (this.#seen[zone] === 1 && !this.isBelow(zone, pressure)) return true;
    return false;
  }
}
