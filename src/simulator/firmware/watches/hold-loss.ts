/**
 * Limit 16 where holds are too short for closed pieces (PROTOCOL.md 8.1): what a held zone loses, over several
 * holds. The air that top-ups gave it counts as the rise that it should have made; what did not rise is lost.
 */

import { figures } from '../../../../firmware-protocol/figures.ts';
import { limits } from '../../../../firmware-protocol/limits.ts';
import type { AirModel } from '../regulation/air-model.ts';
import type { Scene, Trip, Watch } from './watch.ts';

/** Within this of its target, for so long, a zone is at its pressure: mmHg, s. */
const NEAR = figures.holdNear.value;
/** The air cools after a fill: losses count from this long after the zone was first at its pressure, s. */
const COOLED = figures.holdCools.value;
/** Faster than the limit by this: what cooling and blood take from a fresh hold, mmHg/s. */
const FRESH = 0.5;
/** How far below its target a leaking zone is at most, mmHg. */
const SUNK = figures.holdSunk.value;
/** It is so for this long before it counts: a valve that does not close is found sooner, s. */
const PERSISTS = figures.holdPersists.value;
/** Holds of this much in all prove something, s. */
const ENOUGH = figures.holdEnough.value;
/** Where something else is wrong too, this is enough, s. */
const SUSPICIOUS = 1.5;
/** A push of the leg is forgotten at this rate, mmHg/s. */
const FADING = figures.holdFades.value;
/** Older holds fade by half each time there is so much of them, s. */
const MUCH = figures.holdMuch.value;

class ZoneLoss {
  #aim = 0;
  #age = 0;
  #from = 0;
  #highest = 0;
  #air = 0;
  #lasts = 0;
  #time = 0;
  #lost = 0;

  forget(): void {
    this.#age = 0;
    this.#lasts = 0;
    this.#time = 0;
    this.#lost = 0;
  }

  /** mmHg/s; 0 unless holds of `enough` s are known. */
  rate(enough: number): number {
    const time = this.#time + this.#lasts;
    return time < enough ? 0 : (this.#lost + this.#lossSince()) / time;
  }

  /** @param given rise that the air given in this step should make, mmHg */
  step(aim: number, isThere: boolean, isOpen: boolean, pressure: number, given: number, dt: number): void {
    if (aim !== this.#aim || aim < 0 || isOpen) {
      this.#end();
      this.#age = 0;
      this.#aim = aim;
    }
    if (aim < 0) return;
    if (this.#age > 0 || isThere) this.#age += dt;
    if (this.#age < COOLED) {
      // A leg that moves raises the pressure for a moment: the lowest reading is the bag's own.
      this.#from = this.#age <= dt ? pressure : Math.min(this.#from, pressure);
      this.#highest = pressure;
      return;
    }
    this.#air += given;
    this.#lasts += dt;
    this.#highest = Math.max(pressure, this.#highest - FADING * dt);
  }

  /** Counted so that a movement at either end makes it less, not more. */
  #lossSince(): number {
    return this.#lasts > 0 ? this.#air - (this.#highest - this.#from) : 0;
  }

  #end(): void {
    this.#time += this.#lasts;
    this.#lost += this.#lossSince();
    this.#air = 0;
    this.#lasts = 0;
    if (this.#time < MUCH) return;
    this.#time /= 2;
    this.#lost /= 2;
  }
}

/** Air that raises the zone by 1 mmHg, mL. */
const softnessOf = (air: AirModel, zone: number, valve: number, pressure: number): number =>
  air.compliance(valve, pressure) * air.shareOf(zone, valve);

export class HoldLoss implements Watch {
  readonly #zones: readonly ZoneLoss[];
  /** How long each zone has lost too much, s. */
  readonly #over: Float64Array;
  /** The zone with the latest slow leak; null = none since `begin`. */
  warned: number | null = null;

  constructor(zones: number) {
    this.#zones = Array.from({ length: zones }, () => new ZoneLoss());
    this.#over = new Float64Array(zones);
  }

  begin(): void {
    for (const zone of this.#zones) zone.forget();
    this.#over.fill(0);
    this.warned = null;
  }

  /** The zone that loses the most, if it loses too much; null = none. */
  get suspect(): number | null {
    let most: number | null = null;
    let highest = limits.leak.hard + FRESH;
    this.#zones.forEach((zone, at) => {
      const rate = zone.rate(SUSPICIOUS);
      if (rate <= highest) return;
      highest = rate;
      most = at;
    });
    return most;
  }

  step({ sensors, regulator, air, running }: Scene, dt: number): Trip | null {
    if (!running) return null;
    let found: number | null = null;
    for (let valve = 0; valve < air.valves.length; valve++) {
      for (const zone of air.valves[valve] ?? []) {
        const loss = this.#zones[zone];
        const hold = regulator.zoneHolds[zone];
        if (!loss || !hold) continue;
        const aim = regulator.aims[zone] ?? 0;
        const pressure = sensors.calm[zone] ?? 0;
        const taken = regulator.given[zone] ?? 0;
        const given = taken === 0 ? 0 : (taken / softnessOf(air, zone, valve, pressure)) * hold.fill.factor;
        const isThere = Math.abs(pressure - aim) < NEAR && (!hold.climbs || hold.fill.looking);
        loss.step(aim, isThere, regulator.vent[zone] === 1, pressure, given, dt);
        // A zone that sinks far below its target does not leak: its valves or its hose are open.
        const isOver = loss.rate(ENOUGH) > limits.leak.hard + FRESH && (aim < 0 || aim - pressure < SUNK);
        this.#over[zone] = isOver ? (this.#over[zone] ?? 0) + dt : 0;
        if ((this.#over[zone] ?? 0) >= PERSISTS) found ??= zone;
        if (loss.rate(2 * ENOUGH) > limits.leak.byDefault + 2 * FRESH) this.warned = zone;
      }
    }
    return found === null ? null : { fault: 'leak', zone: found };
  }
}
