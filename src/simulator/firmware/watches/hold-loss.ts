/**
 * Limit 16 for programs whose holds are too short for the watch in leak.ts (PROTOCOL.md 8.1): sums up what a zone
 * loses in several holds. The loss is the fall of the pressure plus the rise that the air of top-ups should have
 * caused. Pressures are in mmHg, times in s.
 */

import { figures } from '../../../../firmware-protocol/figures.ts';
import { limits } from '../../../../firmware-protocol/limits.ts';
import { INITIAL_FACTOR, type ZoneFill } from '../regulation/zone-fill.ts';
import type { Scene, Trip, Watch } from './watch.ts';

/** How far from its target a zone may be to count as at its pressure, mmHg. */
const NEAR_TARGET = figures.holdNear.value;
/** Age from which a hold's losses count, s. Until then, the air cools after the fill. */
const COOLING_TIME = figures.holdCools.value;
/**
 * Added to the limit of a fault, and twice to the limit of a warning, mmHg/s: cooling and blood lower the pressure of
 * a fresh hold by about as much.
 */
const COOLING_LOSS = 0.5;
/** How far below its target a zone that only leaks can be, mmHg. */
const MOST_SUNK = figures.holdSunk.value;
/** How long the rate must be too high for a fault, s: by then, the watch for fill valves that do not close has found such a valve. */
const PERSISTENCE_TIME = figures.holdPersists.value;
/** Total time of holds that proves a leak, s; twice this is enough to warn of a slow one. */
const ENOUGH_TIME = figures.holdEnough.value;
/** Total time of holds from which a zone can explain another fault, s. */
const SUSPICIOUS_TIME = 1.5;
/** Rate at which the highest reading falls, so that a push of the leg is forgotten, mmHg/s. */
const FADE_RATE = figures.holdFades.value;
/** A hold below this share of the highest target reached does not count: a leak is slower there, and would hide that of other holds. */
const LOW_SHARE = figures.holdLow.value;
/** Total time of holds at which time and losses are halved, s, so that older holds fade. */
const HALVING_TIME = figures.holdMuch.value;

class ZoneLoss {
  #aim = 0;
  /** Time since the zone was first at its pressure in this hold, s; 0 = it has not been. */
  #age = 0;
  /** Lowest pressure while the air of this hold cooled, mmHg. */
  #from = 0;
  /** Highest recent pressure of this hold, mmHg: an earlier peak fades by `FADE_RATE`. */
  #highest = 0;
  /** Rise that the air of this hold's top-ups should have caused, mmHg. */
  #air = 0;
  /** Time for which losses of this hold have counted, s. */
  #lasts = 0;
  /** Time for which losses of earlier holds have counted, s. */
  #time = 0;
  #lost = 0;
  /** Highest targets that the zone has reached in this cycle and in the one before, mmHg. */
  #highestAim = 0;
  #highestAimBefore = 0;
  /** Highest factor of the zone since `forget`: the air of a top-up leaks while it is given, so a leak lowers the factor. */
  #factor = INITIAL_FACTOR;

  forget(): void {
    this.beginCycle();
    this.beginCycle();
    this.#factor = INITIAL_FACTOR;
    this.#age = 0;
    this.#lasts = 0;
    this.#time = 0;
    this.#lost = 0;
  }

  beginCycle(): void {
    this.#highestAimBefore = this.#highestAim;
    this.#highestAim = 0;
  }

  /** Total time for which losses have counted, s. */
  get time(): number {
    return this.#time + this.#lasts;
  }

  /** Loss per time over all holds, mmHg/s; 0 until holds add up to `enough` s. */
  rate(enough: number): number {
    return this.time < enough ? 0 : (this.#lost + this.#lossSince()) / this.time;
  }

  /**
   * @param isThere whether the zone is at its pressure
   * @param pressure mmHg
   * @param given rise that the air of this step should cause on a median leg, mmHg
   * @param fill whose factor says how much faster this zone fills than on a median leg
   * @param dt s
   */
  step(
    aim: number,
    isThere: boolean,
    isOpen: boolean,
    pressure: number,
    given: number,
    fill: ZoneFill,
    dt: number,
  ): void {
    if (isThere) this.#highestAim = Math.max(this.#highestAim, aim);
    this.#factor = Math.max(this.#factor, fill.factor);
    if (aim !== this.#aim || aim < 0 || isOpen) {
      this.#end();
      this.#age = 0;
      this.#aim = aim;
    }
    if (aim < LOW_SHARE * Math.max(this.#highestAim, this.#highestAimBefore)) return;
    if (this.#age > 0 || isThere) this.#age += dt;
    if (this.#age < COOLING_TIME) {
      // A leg that moves raises the pressure for a moment, so the lowest reading is that of the bag alone.
      this.#from = this.#age <= dt ? pressure : Math.min(this.#from, pressure);
      this.#highest = pressure;
      return;
    }
    // A top-up that raises next to nothing says that no air comes, rather than that it leaks.
    this.#air += given * (fill.hasFailed ? fill.factor : this.#factor);
    this.#lasts += dt;
    this.#highest = Math.max(pressure, this.#highest - FADE_RATE * dt);
  }

  /** Loss of the current hold, mmHg. A movement of the leg that raises the pressure after `COOLING_TIME` makes the loss smaller. */
  #lossSince(): number {
    return this.#lasts > 0 ? this.#air - (this.#highest - this.#from) : 0;
  }

  #end(): void {
    this.#time += this.#lasts;
    this.#lost += this.#lossSince();
    this.#air = 0;
    this.#lasts = 0;
    if (this.#time < HALVING_TIME) return;
    this.#time /= 2;
    this.#lost /= 2;
  }
}

/** Rates of loss above which a zone has a fault or a slow leak, mmHg/s. */
const FAULT_RATE = limits.leak.hard + COOLING_LOSS;
const WARNING_RATE = limits.leak.byDefault + 2 * COOLING_LOSS;

export class HoldLoss implements Watch {
  readonly #zones: readonly ZoneLoss[];
  readonly #over: Float64Array;
  /** By zone: 1 = it is further below its target than a leak explains, or was so when its last hold ended. */
  readonly #sunk: Uint8Array;
  #cycles = 0;
  /** The zone with the latest slow leak; null = none since `begin`. */
  warnedZone: number | null = null;

  constructor(zones: number) {
    this.#zones = Array.from({ length: zones }, () => new ZoneLoss());
    this.#over = new Float64Array(zones);
    this.#sunk = new Uint8Array(zones);
  }

  begin(): void {
    for (const zone of this.#zones) zone.forget();
    this.#over.fill(0);
    this.#sunk.fill(0);
    this.warnedZone = null;
  }

  /** The zone that loses the most, if faster than `FAULT_RATE`; null = none. */
  get suspectZone(): number | null {
    let most: number | null = null;
    let highest = FAULT_RATE;
    this.#zones.forEach((zone, at) => {
      const rate = zone.rate(SUSPICIOUS_TIME);
      if (rate <= highest) return;
      highest = rate;
      most = at;
    });
    return most;
  }

  step({ sensors, regulator, air, running, cycles }: Scene, dt: number): Trip | null {
    if (!running) return null;
    if (cycles !== this.#cycles) for (const zone of this.#zones) zone.beginCycle();
    this.#cycles = cycles;
    let found: number | null = null;
    for (let zone = 0; zone < this.#zones.length; zone++) {
      const loss = this.#zones[zone];
      const hold = regulator.zoneHolds[zone];
      if (!loss || !hold) continue;
      const aim = regulator.aims[zone] ?? 0;
      const pressure = sensors.calm[zone] ?? 0;
      const taken = regulator.airGiven[zone] ?? 0;
      const given = taken === 0 ? 0 : taken / air.softness(zone, pressure);
      const isThere =
        Math.abs(pressure - aim) < NEAR_TARGET && (!hold.isClimbing || hold.fill.isTakingReading);
      loss.step(aim, isThere, regulator.vent[zone] === 1, pressure, given, hold.fill, dt);
      const rate = loss.rate(ENOUGH_TIME);
      // A zone that sinks far below its target has open valves or an open hose rather than a leak.
      if (aim >= 0) this.#sunk[zone] = aim - pressure < MOST_SUNK ? 0 : 1;
      const over = rate > FAULT_RATE && this.#sunk[zone] === 0 ? (this.#over[zone] ?? 0) + dt : 0;
      this.#over[zone] = over;
      if (over >= PERSISTENCE_TIME) found ??= zone;
      if (rate > WARNING_RATE && loss.time >= 2 * ENOUGH_TIME) this.warnedZone = zone;
    }
    return found === null ? null : { fault: 'leak', zone: found };
  }
}
