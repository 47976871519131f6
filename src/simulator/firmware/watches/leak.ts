/**
 * Limit 16 (PROTOCOL.md 8.1): a zone must not lose air while its valves are closed. The watch measures the fall of the
 * pressure in short bins between top-ups: a leak makes most bins fall, a leg that moves or a neighbour that is
 * released only few. A zone that needs top-ups nearly all the time leaks too fast for bins, and has a fault as well.
 * Pressures are in mmHg, times in s.
 */

import { figures } from '../../../../firmware-protocol/figures.ts';
import { limits, rules } from '../../../../firmware-protocol/limits.ts';
import { SEAL, VENT } from '../regulation/aim.ts';
import type { Regulator } from '../regulation/regulator.ts';
import type { Sensors } from '../regulation/sensors.ts';
import type { Scene, Trip, Watch } from './watch.ts';

/** Time from the command to close a valve until readings are steady, s. */
const SETTLING_TIME = figures.leakSettles.value;
/** How close to its target a zone must be to count as at its pressure, mmHg. */
const NEAR_TARGET = 3;
/** How long a zone must have been that close to count as at its pressure, s. A leg that moves passes through more quickly. */
const LASTING_TIME = 0.4;
/** Time with closed valves that makes up a bin, s. */
const BIN_TIME = figures.leakPiece.value;
/** Value of `#fast` from which the zone has a fault, bins. */
const FAST_BINS = figures.leakFast.value;
/** Value of `#slow` from which the boots warn of the zone, bins. */
const SLOW_BINS = figures.leakSlow.value;
/** Value of `#busy` from which the zone has a fault, s. */
const TOP_UP_EXCESS = figures.leakTopUps.value;

class ZoneLeak {
  aim = VENT;
  /** Time since the zone came to its pressure, s; negative = it has not. */
  age = -1;
  /** How long the zone has been at its target without a break, s. */
  #settled = 0;
  #closed = 0;
  #bin = 0;
  #before = 0;
  #fallen = 0;
  /**
   * `#fast`: number of bins with a fast fall minus bins without one. `#slow`: number of bins with a slow or fast fall minus bins
   * without one. Neither goes below 0.
   */
  #fast = 0;
  #slow = 0;
  #isNew = true;
  /** Time of top-ups minus time without, not below 0, s. */
  #busy = 0;

  get leaksFast(): boolean {
    return this.#fast >= FAST_BINS || this.#busy >= TOP_UP_EXCESS;
  }
  get leaksSlowly(): boolean {
    return this.#slow >= SLOW_BINS;
  }

  /** @param settled whether the zone is at its target, and not being filled or bled except for a wait for a reading @param dt s */
  advanceAge(settled: boolean, dt: number): void {
    if (this.age >= 0) this.age += dt;
    else if (!settled) this.#settled = 0;
    else {
      this.#settled += dt;
      if (this.#settled > LASTING_TIME) this.age = this.#settled;
    }
  }

  retarget(aim: number): void {
    // The age and the counts go on if a held zone is sealed or gets a lower target: it has not been filled anew.
    const ages = (aim === SEAL && this.aim >= 0) || (aim >= 0 && aim < this.aim);
    this.aim = aim;
    this.#closed = 0;
    this.#busy = 0;
    if (ages) return;
    this.age = -1;
    this.#settled = 0;
    this.#bin = 0;
    this.#fallen = 0;
    this.#isNew = true;
  }

  forget(): void {
    this.retarget(VENT);
    this.#fast = 0;
    this.#slow = 0;
  }

  /** Halves what earlier holds have counted, so that a leak adds up from hold to hold, and releases of a neighbour do not. */
  #fade(): void {
    this.#isNew = false;
    this.#fast = Math.floor(this.#fast / 2);
    this.#slow = Math.floor(this.#slow / 2);
  }

  /**
   * @param pressures of all zones, mmHg
   * @param closed whether both valves are closed
   * @param dt s
   */
  step(pressures: Float64Array, zone: number, closed: boolean, toppingUp: boolean, dt: number): void {
    if (this.#isNew) this.#fade();
    const pressure = pressures[zone] ?? 0;
    this.#busy = Math.max(0, this.#busy + (toppingUp ? dt : -dt));
    this.#closed = closed ? this.#closed + dt : 0;
    if (this.#closed > SETTLING_TIME) {
      this.#fallen += this.#before - pressure;
      this.#bin += dt;
    }
    this.#before = pressure;
    if (this.#bin < BIN_TIME) return;
    const rate = this.#fallen / this.#bin;
    this.#fast = Math.max(0, this.#fast + (rate > limits.leak.hard ? 1 : -1));
    this.#slow = Math.max(0, this.#slow + (rate > limits.leak.byDefault ? 1 : -1));
    this.#bin = 0;
    this.#fallen = 0;
  }
}

export class Leak implements Watch {
  readonly #zones: readonly ZoneLeak[];
  /** The zone with the latest slow leak; null = none since `begin`. */
  warnedZone: number | null = null;

  constructor(zones: number) {
    this.#zones = Array.from({ length: zones }, () => new ZoneLeak());
  }

  begin(): void {
    for (const zone of this.#zones) zone.forget();
    this.warnedZone = null;
  }

  step({ sensors, regulator, running }: Scene, dt: number): Trip | null {
    if (!running) return null;
    for (let zone = 0; zone < this.#zones.length; zone++) {
      const leak = this.#zones[zone];
      if (!leak || !this.#filled(leak, zone, sensors, regulator, dt)) continue;
      const closed = regulator.fill[zone] === 0 && regulator.vent[zone] === 0;
      const hold = regulator.zoneHolds[zone];
      const toppingUp = hold?.isTopUp === true && hold.fill.active;
      const served = regulator.fill[zone] === 1 || hold?.fill.isTakingReading === true;
      leak.step(sensors.quick, zone, closed, toppingUp && served, dt);
      if (leak.leaksFast) return { fault: 'leak', zone };
      if (leak.leaksSlowly) this.warnedZone = zone;
    }
    return null;
  }

  /** Advances the zone's age. @returns whether the zone has been at its pressure for long enough to be checked */
  #filled(leak: ZoneLeak, zone: number, sensors: Sensors, regulator: Regulator, dt: number): boolean {
    const aim = regulator.aims[zone] ?? VENT;
    if (aim !== leak.aim) leak.retarget(aim);
    if (aim === VENT) return false;
    const settled = regulator.zoneHolds[zone]?.settled ?? false;
    const there = aim < 0 || Math.abs((sensors.calm[zone] ?? 0) - aim) < NEAR_TARGET;
    leak.advanceAge(settled && there, dt);
    return leak.age > rules.leakAfter;
  }
}
