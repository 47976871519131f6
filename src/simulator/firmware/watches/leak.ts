/**
 * Limit 16: a zone that loses air though its valves are closed. Its fall is measured in short bins between top-ups, and a leak is
 * what goes on: a leg that moves and a neighbour that lets go (which takes 4 mmHg with it) make only some bins fall. A zone that
 * must be topped up nearly all the time leaks faster than can be measured so.
 */

import { limits, rules } from '../../../../firmware-protocol/limits.ts';
import { SEAL, VENT } from '../aim.ts';
import type { Regulator } from '../regulator.ts';
import type { Scene, Trip, Watch } from './watch.ts';

/** A reading is steady this long after a valve was told to close, s. */
const SETTLING = 0.12;
/** Closed time in a bin, s. */
const BIN = 0.5;
/** Bins that fell too fast, less those that did not, before it is a fault or a warning. */
const FAST_BINS = 12;
const SLOW_BINS = 12;
/** Time spent topping up, less time at rest, that is a fault, s. */
const BUSY = 8;

class ZoneLeak {
  aim = VENT;
  /** Since the zone was first at its pressure, s; negative while it is not yet. */
  age = -1;
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

  retarget(aim: number): void {
    // Sealed as it stands, or let down a little, a zone goes on ageing.
    const ages = (aim === SEAL && this.aim >= 0) || (aim >= 0 && aim < this.aim);
    this.aim = aim;
    this.#closed = 0;
    this.#busy = 0;
    if (ages) return;
    this.age = -1;
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
  /** The zone that last fell slowly; null = none since `begin`. */
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
      if (!leak || !this.#filled(leak, zone, regulator, dt)) continue;
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

  /** Whether the zone has been at its pressure for long enough to be judged. */
  #filled(leak: ZoneLeak, zone: number, regulator: Regulator, dt: number): boolean {
    const aim = regulator.aims[zone] ?? VENT;
    if (aim !== leak.aim) leak.retarget(aim);
    if (aim === VENT) return false;
    if (leak.age >= 0) leak.age += dt;
    else if (regulator.zoneHolds[zone]?.settled ?? false) leak.age = 0;
    return leak.age > rules.leakAfter;
  }
}
