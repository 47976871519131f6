/**
 * Limit 18: a fill that takes three times as long as the longest of the zone's last four alike. It is measured in
 * air that the pump should have delivered, so that a slower ramp or a shared pump does not look like a kinked
 * hose, and compared only with fills that began no higher and went at least as far.
 */

import { figures } from '../../../../firmware-protocol/figures.ts';
import { limits } from '../../../../firmware-protocol/limits.ts';
import type { Scene, Trip, Watch } from './watch.ts';

const REMEMBERED = 4;
/** Smaller fills are top-ups and pulses, mmHg. */
const TELLING = figures.fillTelling.value;
/** Below this the pressure does not show how much air is in the bag, mmHg. */
const EMPTY = 10;
/** Pressures this close count as equal, mmHg. */
const ALIKE = figures.fillAlike.value;
/** A fill that continues within this time is the same fill, s. */
const OVER = figures.fillGoesOn.value;
/** Less air than this proves nothing, mL. */
const LEAST = figures.fillLeast.value;

interface Fill {
  readonly from: number;
  readonly to: number;
  /** mL. */
  readonly air: number;
}

class ZoneFills {
  readonly #fills: Fill[] = [];
  #from = 0;
  #air = 0;
  /** Lowest pressure since the fill paused, mmHg. */
  #to = Number.POSITIVE_INFINITY;
  /** s. */
  #paused = 0;
  #state: 'none' | 'filling' | 'pausing' = 'none';

  clear(): void {
    this.#fills.length = 0;
    this.#state = 'none';
  }

  /**
   * @param held whether the zone should hold a pressure
   * @param slack slack volume of its bag on the largest leg, mL
   * @returns whether this fill has taken too much air
   */
  step(
    active: boolean,
    held: boolean,
    pressure: number,
    target: number,
    air: number,
    slack: number,
    dt: number,
  ): boolean {
    if (active && this.#state === 'none') {
      this.#from = pressure;
      this.#air = 0;
    }
    if (active) this.#state = 'filling';
    else if (this.#state !== 'none') this.#pause(held, pressure, dt);
    if (this.#state !== 'filling') return false;
    this.#paused = 0;
    this.#to = Number.POSITIVE_INFINITY;
    this.#air += air;
    if (this.#air < LEAST || target - this.#from < TELLING) return false;
    const longest = this.#longestAlike(target);
    // Near 0 mmHg the pressure does not show how much air is in the bag: it may have drained since the last
    // fill.
    const drained = this.#from < EMPTY ? longest + slack : 0;
    return this.#air > Math.max(limits.fillAir.hard * longest, drained);
  }

  /**
   * A moving leg interrupts a fill, which looks like its end: the fill is over only if it does not continue.
   */
  #pause(held: boolean, pressure: number, dt: number): void {
    this.#state = 'pausing';
    this.#paused += dt;
    if (held || this.#to === Number.POSITIVE_INFINITY) this.#to = Math.min(this.#to, pressure);
    if (held && this.#paused < OVER) return;
    this.#state = 'none';
    this.#remember(this.#to);
  }

  #remember(to: number): void {
    if (to - this.#from < TELLING) return;
    this.#fills.push({ from: this.#from, to, air: this.#air });
    if (this.#fills.length > REMEMBERED) this.#fills.shift();
  }

  #longestAlike(target: number): number {
    let longest = 0;
    for (const { from, to, air } of this.#fills) {
      if (from <= this.#from + ALIKE && to >= target - ALIKE) longest = Math.max(longest, air);
    }
    return longest === 0 ? Number.POSITIVE_INFINITY : longest;
  }
}

export class FillEffort implements Watch {
  readonly #zones: readonly ZoneFills[];

  constructor(zones: number) {
    this.#zones = Array.from({ length: zones }, () => new ZoneFills());
  }

  begin(): void {
    for (const fills of this.#zones) fills.clear();
  }

  step({ regulator, sensors, air, running }: Scene, dt: number): Trip | null {
    if (!running) return null;
    for (let zone = 0; zone < this.#zones.length; zone++) {
      const hold = regulator.zoneHolds[zone];
      if (!hold) continue;
      const pressure = sensors.quick[zone] ?? 0;
      const long = this.#zones[zone]?.step(
        hold.fill.active && !hold.fill.short,
        (regulator.aims[zone] ?? 0) >= 0,
        pressure,
        hold.fill.target,
        regulator.given[zone] ?? 0,
        air.mostSlack(zone),
        dt,
      );
      if (long) return { fault: 'notFilling', zone };
    }
    return null;
  }
}
