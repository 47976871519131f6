/**
 * Limit 18: a fill may not take three times as long as the longest of the zone's last four similar fills. The watch counts
 * air that the pump should have delivered, not time, so that a slower ramp or a shared pump does not look like a kinked
 * hose. Similar fills are those that began no higher and went at least as far.
 */

import { figures } from '../../../../firmware-protocol/figures.ts';
import { limits } from '../../../../firmware-protocol/limits.ts';
import type { Scene, Trip, Watch } from './watch.ts';

const REMEMBERED_FILLS = 4;
/** Fills by less than this are top-ups and pulses, which do not count, mmHg. */
const LEAST_RISE = figures.fillTelling.value;
/** Below this, the pressure does not show how much air is in the bag, mmHg. */
const EMPTY_PRESSURE = 10;
/** Pressures that are this close count as equal, mmHg. */
const ALIKE_PRESSURE = figures.fillAlike.value;
/** A fill that goes on after a pause up to this is the same fill, s. */
const LONGEST_PAUSE = figures.fillGoesOn.value;
/** Less air than this proves nothing, mL. */
const LEAST_AIR = figures.fillLeast.value;

interface Fill {
  readonly from: number;
  readonly to: number;
  /** Air that the fill took, mL. */
  readonly air: number;
}

class ZoneFills {
  readonly #fills: Fill[] = [];
  #from = 0;
  #air = 0;
  /** Lowest pressure since the fill paused, mmHg. */
  #to = Number.POSITIVE_INFINITY;
  /** How long the fill has paused, s. */
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
    if (this.#air < LEAST_AIR || target - this.#from < LEAST_RISE) return false;
    const longest = this.#longestAlike(target);
    // Near 0 mmHg, the pressure does not show how much air is in the bag: it may have drained since the last fill.
    const drained = this.#from < EMPTY_PRESSURE ? longest + slack : 0;
    return this.#air > Math.max(limits.fillAir.hard * longest, drained);
  }

  /**
   * A leg that moves interrupts a fill, and this looks like its end. So the fill is over only if it does not go on soon.
   */
  #pause(held: boolean, pressure: number, dt: number): void {
    this.#state = 'pausing';
    this.#paused += dt;
    if (held || this.#to === Number.POSITIVE_INFINITY) this.#to = Math.min(this.#to, pressure);
    if (held && this.#paused < LONGEST_PAUSE) return;
    this.#state = 'none';
    this.#remember(this.#to);
  }

  #remember(to: number): void {
    if (to - this.#from < LEAST_RISE) return;
    this.#fills.push({ from: this.#from, to, air: this.#air });
    if (this.#fills.length > REMEMBERED_FILLS) this.#fills.shift();
  }

  #longestAlike(target: number): number {
    let longest = 0;
    for (const { from, to, air } of this.#fills) {
      if (from <= this.#from + ALIKE_PRESSURE && to >= target - ALIKE_PRESSURE)
        longest = Math.max(longest, air);
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
        hold.fill.active && !hold.fill.isTopUp,
        (regulator.aims[zone] ?? 0) >= 0,
        pressure,
        hold.fill.target,
        regulator.airGiven[zone] ?? 0,
        air.largestSlack(zone),
        dt,
      );
      if (long) return { fault: 'notFilling', zone };
    }
    return null;
  }
}
