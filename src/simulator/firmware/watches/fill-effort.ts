/**
 * Limit 18 (PROTOCOL.md 8.1): a fill may not take more than three times the air of the largest similar one among the
 * zone's last four fills; a fill from near 0 mmHg may take more. The watch counts air that the pump should have
 * delivered, not time, so that a slower ramp or a shared pump does not look like a kinked hose. Pressures are in mmHg,
 * air in mL, times in s.
 */

import { figures } from '../../../../firmware-protocol/figures.ts';
import { limits } from '../../../../firmware-protocol/limits.ts';
import type { Scene, Trip, Watch } from './watch.ts';

const REMEMBERED_FILLS = 4;
const LEAST_RISE = figures.fillTelling.value;
const EMPTY_PRESSURE = 10;
/** Largest difference between pressures that count as equal, mmHg. */
const ALIKE_PRESSURE = figures.fillAlike.value;
/** Longest pause after which a fill that goes on is still the same fill, s. */
const LONGEST_PAUSE = figures.fillGoesOn.value;
const LEAST_AIR = figures.fillLeast.value;
/** The leg has moved if the pressure falls with the valve open, or rises with it closed, by more than this. */
const MOVED_BY = figures.fillMoved.value;

interface Fill {
  readonly from: number;
  readonly to: number;
  readonly air: number;
}

class ZoneFills {
  /** Oldest first. */
  readonly #fills: Fill[] = [];
  #from = 0;
  #air = 0;
  /** Lowest pressure since the fill paused; infinite = the fill has not paused. */
  #to = Number.POSITIVE_INFINITY;
  #paused = 0;
  /** Lowest pressure since the fill valve last closed; infinite while it is open. */
  #lowest = Number.POSITIVE_INFINITY;
  /** Highest pressure since the fill valve last opened; 0 while it is closed. */
  #highest = 0;
  #hasMoved = false;
  #state: 'none' | 'filling' | 'pausing' = 'none';

  clear(): void {
    this.#fills.length = 0;
    this.#state = 'none';
  }

  /**
   * @param active whether the zone is being filled, not only topped up
   * @param held whether the zone should hold a pressure
   * @param air air that the zone has got in this step
   * @param open whether the fill valve is open
   * @param slack slack volume of the zone's bag on the largest leg
   * @returns whether this fill has taken too much air
   */
  step(
    active: boolean,
    held: boolean,
    pressure: number,
    target: number,
    air: number,
    open: boolean,
    slack: number,
    dt: number,
  ): boolean {
    if (active && this.#state === 'none') {
      this.#begin(pressure);
      this.#hasMoved = false;
    }
    if (this.#moves(pressure, open)) {
      this.#begin(pressure);
      this.#hasMoved = true;
    }
    if (active) this.#state = 'filling';
    else if (this.#state !== 'none') this.#pause(held, pressure, dt);
    if (this.#state !== 'filling') return false;
    this.#paused = 0;
    this.#to = Number.POSITIVE_INFINITY;
    this.#air += air;
    if (this.#air < LEAST_AIR || target - this.#from < LEAST_RISE) return false;
    const most = this.#mostAirAlike(target);
    // Near 0 mmHg, the pressure does not show how much air is in the bag: the bag may have drained since the
    // last fill.
    const drained = this.#from < EMPTY_PRESSURE ? most + slack : 0;
    return this.#air > Math.max(limits.fillAir.hard * most, drained);
  }

  #begin(pressure: number): void {
    this.#from = pressure;
    this.#air = 0;
    this.#highest = 0;
    this.#lowest = Number.POSITIVE_INFINITY;
  }

  /** Whether the leg moves. A kinked hose is different: its reading rises with the valve open, and falls with it closed. */
  #moves(pressure: number, open: boolean): boolean {
    this.#highest = open ? Math.max(this.#highest, pressure) : 0;
    this.#lowest = open ? Number.POSITIVE_INFINITY : Math.min(this.#lowest, pressure);
    return pressure < this.#highest - MOVED_BY || pressure > this.#lowest + MOVED_BY;
  }

  /**
   * Ends a fill that has paused for `LONGEST_PAUSE`, or at once if the zone is no longer held. A leg that moves can
   * interrupt a fill for a shorter time.
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
    if (this.#hasMoved || to - this.#from < LEAST_RISE) return;
    this.#fills.push({ from: this.#from, to, air: this.#air });
    if (this.#fills.length > REMEMBERED_FILLS) this.#fills.shift();
  }

  /**
   * The air of the earlier fill that took the most, mL, among those that began no higher and went as far as `target`,
   * both within `ALIKE_PRESSURE`; infinite = there is none.
   */
  #mostAirAlike(target: number): number {
    let most = 0;
    for (const { from, to, air } of this.#fills) {
      if (from <= this.#from + ALIKE_PRESSURE && to >= target - ALIKE_PRESSURE) most = Math.max(most, air);
    }
    return most === 0 ? Number.POSITIVE_INFINITY : most;
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
      const tookTooMuch = this.#zones[zone]?.step(
        hold.fill.active && !hold.fill.isTopUp,
        (regulator.aims[zone] ?? 0) >= 0,
        pressure,
        hold.fill.target,
        regulator.airGiven[zone] ?? 0,
        regulator.fill[zone] === 1,
        air.largestSlack(zone),
        dt,
      );
      if (tookTooMuch) return { fault: 'notFilling', zone };
    }
    return null;
  }
}
