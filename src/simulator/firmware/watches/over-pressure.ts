/**
 * Limit 13 (PROTOCOL.md 8.1): a zone that stays more than 15 mmHg above its highest target of the last 5 s is bled. If
 * 2 s of bleeding do not end this, it is a fault. A vented zone has a limit of its own (15). Pressures are in mmHg,
 * times in s.
 */

import { limits, rules } from '../../../../firmware-protocol/limits.ts';
import { SEAL, VENT } from '../regulation/aim.ts';
import type { Scene, Trip, Watch } from './watch.ts';

/** Length of the bins for each of which the highest target is stored, s. */
const BIN_TIME = 0.5;
const BINS = Math.ceil(rules.overPressureWindow / BIN_TIME) + 1;
/** A zone is bled once its pressure has been too high for this long, s. A shorter rise may be a movement of the leg. */
const MOVEMENT_GRACE = 0.8;

export class OverPressure implements Watch {
  readonly #zones: number;
  /** By zone and bin: highest target. */
  readonly #highest: Float64Array;
  /** By zone: highest target in all bins except the current one, mmHg. */
  readonly #past: Float64Array;
  /** By zone: pressure when it was sealed, or a lower ceiling to which it is bled, mmHg; NaN = it is not sealed. */
  readonly #sealedAt: Float64Array;
  readonly #above: Float64Array;
  #bin = 0;
  #inBin = 0;

  constructor(zones: number) {
    this.#zones = zones;
    this.#highest = new Float64Array(zones * BINS);
    this.#past = new Float64Array(zones);
    this.#sealedAt = new Float64Array(zones).fill(Number.NaN);
    this.#above = new Float64Array(zones);
  }

  begin(): void {
    this.#highest.fill(0);
    this.#past.fill(0);
    this.#sealedAt.fill(Number.NaN);
    this.#above.fill(0);
  }

  step({ sensors, regulator, session }: Scene, dt: number): Trip | null {
    if (!session) return null;
    this.#turn(dt);
    for (let zone = 0; zone < this.#zones; zone++) {
      const aim = regulator.aims[zone] ?? VENT;
      const pressure = sensors.quick[zone] ?? 0;
      const sealCap = regulator.zoneHolds[zone]?.sealCap ?? Number.POSITIVE_INFINITY;
      const bound = this.#allowed(zone, aim, pressure, sealCap) + limits.overPressure.hard;
      const above = aim !== VENT && pressure > bound ? (this.#above[zone] ?? 0) + dt : 0;
      this.#above[zone] = above;
      regulator.ventForced[zone] = above > MOVEMENT_GRACE ? 1 : 0;
      if (above > MOVEMENT_GRACE + rules.overPressureBleed) return { fault: 'overPressure', zone };
    }
    return null;
  }

  #turn(dt: number): void {
    this.#inBin += dt;
    if (this.#inBin < BIN_TIME) return;
    this.#inBin -= BIN_TIME;
    this.#bin = (this.#bin + 1) % BINS;
    for (let zone = 0; zone < this.#zones; zone++) {
      const first = zone * BINS;
      this.#highest[first + this.#bin] = 0;
      let past = 0;
      for (let bin = first; bin < first + BINS; bin++) past = Math.max(past, this.#highest[bin] ?? 0);
      this.#past[zone] = past;
    }
  }

  /**
   * Highest target of about the last 5 s, mmHg. A vent counts as 0, and a seal as the pressure at which the zone was sealed, or as the
   * ceiling to which it is bled.
   */
  #allowed(zone: number, aim: number, pressure: number, sealCap: number): number {
    if (aim !== SEAL) this.#sealedAt[zone] = Number.NaN;
    else if (Number.isNaN(this.#sealedAt[zone])) this.#sealedAt[zone] = pressure;
    if (sealCap < (this.#sealedAt[zone] ?? 0)) this.#sealedAt[zone] = sealCap;
    const asked = aim >= 0 ? aim : aim === SEAL ? (this.#sealedAt[zone] ?? 0) : 0;
    const now = zone * BINS + this.#bin;
    const highest = Math.max(this.#highest[now] ?? 0, asked);
    this.#highest[now] = highest;
    return Math.max(highest, this.#past[zone] ?? 0);
  }
}
