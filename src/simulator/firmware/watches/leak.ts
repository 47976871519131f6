/**
 * Limit 16: a zone that loses air while its valves are closed. The fall is measured in short bins between
 * top-ups. Only a leak makes most bins fall; a moving leg, or a neighbour letting go (which takes 4 mmHg with
 * it), affects few. A zone that needs topping up nearly all the time leaks too fast to be measured this way.
 */

import { figures } from '../../../../firmware-protocol/figures.ts';
import { limits, rules } from '../../../../firmware-protocol/limits.ts';
import { SEAL, VENT } from '../regulation/aim.ts';
import type { Regulator } from '../regulation/regulator.ts';
import type { Sensors } from '../regulation/sensors.ts';
import type { Scene, Trip, Watch } from './watch.ts';

/** A reading is steady this long after a valve was told to close, s. */
const SETTLING = figures.leakSettles.value;
/** Within this the zone counts as at its pressure, mmHg, … */
const NEAR = 3;
/** … once that lasts longer than a moving leg would pass through, s. */
const LASTING = 0.4;
/** Closed time in a bin, s. */
const BIN = figures.leakPiece.value;
/** Fast bins, minus the others, that make a fault; and slow ones that make a warning. */
const FAST_BINS = figures.leakFast.value;
const SLOW_BINS = figures.leakSlow.value;
/** Time spent topping up, minus time at rest, that makes a fault, s. */
const BUSY = figures.leakTopUps.value;

class ZoneLeak {
  aim = VENT;
  /** Time since the zone first reached its pressure, s; negative before. */
  age = -1;
  #settled = 0;
  #closed = 0;
  #bin = 0;
  #before = 0;
  #fallen = 0;
  #fast = 0;
  #slow = 0;
  #busy = 0;

  get leaksFast(): boolean {
    return this.#fast >= FAST_BINS || this.#busy >= BUSY;
  }
  get leaksSlowly(): boolean {
    return this.#slow >= SLOW_BINS;
  }

  /** @param settled whether the zone is at its pressure and needs no air */
  grow(settled: boolean, dt: number): void {
    if (this.age >= 0) this.age += dt;
    else if (!settled) this.#settled = 0;
    else {
      this.#settled += dt;
      if (this.#settled > LASTING) this.age = this.#settled;
    }
  }

  retarget(aim: number): void {
    // Sealing a zone as it is, or lowering it a little, does not reset its age.
    const ages = (aim === SEAL && this.aim >= 0) || (aim >= 0 && aim < this.aim);
    this.aim = aim;
    this.#closed = 0;
    this.#busy = 0;
    if (ages) return;
    this.age = -1;
    this.#settled = 0;
    this.#bin = 0;
    this.#fallen = 0;
    this.#fast = 0;
    this.#slow = 0;
  }

  step(pressure: number, closed: boolean, toppingUp: boolean, dt: number): void {
    this.#busy = Math.max(0, this.#busy + (toppingUp ? dt : -dt));
    this.#closed = closed ? this.#closed + dt : 0;
    if (this.#closed > SETTLING) {
      this.#fallen += this.#before - pressure;
      this.#bin += dt;
    }
    this.#before = pressure;
    if (this.#bin < BIN) return;
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
  warned: number | null = null;

  constructor(zones: number) {
    this.#zones = Array.from({ length: zones }, () => new ZoneLeak());
  }

  begin(): void {
    for (const zone of this.#zones) zone.retarget(VENT);
    this.warned = null;
  }

  step({ sensors, regulator, running }: Scene, dt: number): Trip | null {
    if (!running) return null;
    for (let zone = 0; zone < this.#zones.length; zone++) {
      const leak = this.#zones[zone];
      if (!leak || !this.#filled(leak, zone, sensors, regulator, dt)) continue;
      const closed = regulator.fill[zone] === 0 && regulator.vent[zone] === 0;
      const hold = regulator.zoneHolds[zone];
      const toppingUp = hold?.short === true && hold.fill.active;
      const served = regulator.fill[zone] === 1 || hold?.fill.looking === true;
      leak.step(sensors.quick[zone] ?? 0, closed, toppingUp && served, dt);
      if (leak.leaksFast) return { fault: 'leak', zone };
      if (leak.leaksSlowly) this.warned = zone;
    }
    return null;
  }

  /** Whether the zone has been at its pressure long enough to be judged. */
  #filled(leak: ZoneLeak, zone: number, sensors: Sensors, regulator: Regulator, dt: number): boolean {
    const aim = regulator.aims[zone] ?? VENT;
    if (aim !== leak.aim) leak.retarget(aim);
    if (aim === VENT) return false;
    const settled = regulator.zoneHolds[zone]?.settled ?? false;
    const there = aim < 0 || Math.abs((sensors.calm[zone] ?? 0) - aim) < NEAR;
    leak.grow(settled && there, dt);
    return leak.age > rules.leakAfter;
  }
}
