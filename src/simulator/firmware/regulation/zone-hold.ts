/**
 * Keeps one zone at its target: fills, takes readings, holds within a dead band, bleeds. The pump is not
 * handled here because zones share it.
 */

import { type Aim, VENT } from './aim.ts';
import { Bleed } from './bleed.ts';
import type { AirRequest } from './manifold-share.ts';
import { ZoneFill } from './zone-fill.ts';

/**
 * A new target is filled up to if the zone is below it by more than `NEW_BELOW`, and bled down to if above by
 * more than `NEW_ABOVE`, mmHg.
 */
const NEW_BELOW = 0.8;
const NEW_ABOVE = 1;
/** Dead band while holding, mmHg. */
const BELOW = 1.5;
const ABOVE = 2;
/** The lower bound while another zone is being raised, which waits for every top-up, mmHg. */
const BELOW_BUSY = 2.1;
/**
 * A zone below its target by `ALONG` is topped up together with another whose pressure is within `ALONGSIDE`,
 * mmHg.
 */
const TOP_UP_BELOW = 1.15;
const TOP_UP_WITHIN = 1.2;
/** Time above the band before the zone is bled, s: a moving leg is still again within a second. */
const MOVEMENT_GRACE = 1;
/** Bleeding from a hold ends this far above the target, mmHg. */
const AFTER_HOLD = 0.3;

export class ZoneHold implements AirRequest {
  readonly fill = new ZoneFill();
  readonly #bleed: Bleed;
  #aim: Aim = VENT;
  #sealCap = Number.POSITIVE_INFINITY;
  #bleeding = false;
  #above = 0;
  pressure = 0;
  wants = false;
  vent = true;

  /** @param watched as of `Bleed` */
  constructor(watched = true) {
    this.#bleed = new Bleed(watched);
  }

  get aim(): Aim {
    return this.#aim;
  }
  get short(): boolean {
    return this.fill.short;
  }
  get shortfall(): number {
    return this.fill.target - this.pressure;
  }
  /** At its pressure, or waiting for a reading to confirm it. */
  get settled(): boolean {
    return !this.#bleeding && (!this.fill.active || this.fill.looking);
  }

  /** @param pressure quick, mmHg */
  take(aim: Aim, ramp: number, sealCap: number, pressure: number): void {
    const before = this.#aim;
    this.#aim = aim;
    this.#sealCap = sealCap;
    this.fill.setRamp(ramp);
    if (aim < 0) {
      this.fill.stop();
      if (aim !== before) this.#bleeding = false;
      return;
    }
    if (aim === before) return;
    this.#above = 0;
    this.fill.renew();
    const now = this.fill.active ? this.fill.estimate : pressure;
    this.#bleeding = now > aim + NEW_ABOVE;
    if (now >= aim - NEW_BELOW) this.fill.stop();
    else if (this.fill.active) this.fill.retarget(aim);
    else this.fill.begin(pressure, aim);
    if (this.#bleeding) this.#bleed.reset();
  }

  /** Being raised to a new pressure, not just topped up. */
  get climbs(): boolean {
    return this.fill.active && !this.fill.short;
  }

  /** Whether a held zone is a little below its target, but not far enough to ask for air. */
  isSlightlyLow(calm: number): boolean {
    return this.#aim >= 0 && !this.#bleeding && !this.fill.active && calm < this.#aim - TOP_UP_BELOW;
  }

  /** Tops this zone up along with one that is taking air at `pressure`, mmHg, if this one is close to that pressure. */
  topUpAlong(pressure: number, calm: number): void {
    if (Math.abs(calm - pressure) < TOP_UP_WITHIN && !this.fill.active) this.fill.begin(calm, this.#aim);
  }

  /** Like ZoneFill.step, with the calm pressure as well. @param busy whether another zone is being raised */
  step(
    reading: number,
    quick: number,
    calm: number,
    rise: number,
    shared: number,
    busy: boolean,
    dt: number,
  ): void {
    this.wants = false;
    this.vent = false;
    this.pressure = this.fill.active ? this.fill.estimate : quick;
    if (this.#aim === VENT) {
      this.vent = true;
    } else if (this.#bleeding) {
      this.#letDown(quick, dt);
    } else if (this.#aim < 0) {
      if (calm > this.#sealCap + NEW_ABOVE) this.#startBleeding();
    } else if (this.fill.active) {
      this.wants = this.fill.step(reading, quick, rise, shared, dt);
      this.pressure = this.fill.estimate;
    } else {
      this.#hold(calm, busy, dt);
    }
  }

  #letDown(quick: number, dt: number): void {
    const goal = this.#aim < 0 ? this.#sealCap : this.#aim + AFTER_HOLD;
    const state = this.#bleed.step(quick, goal, dt);
    this.vent = state === 'open';
    if (state === 'there') this.#bleeding = false;
  }

  #hold(calm: number, busy: boolean, dt: number): void {
    if (calm < this.#aim - (busy ? BELOW_BUSY : BELOW)) this.fill.begin(calm, this.#aim);
    const band = Math.min(3, Math.max(ABOVE, 0.55 * this.#bleed.leastFall(calm, dt)));
    this.#above = calm > this.#aim + band ? this.#above + dt : 0;
    if (this.#above >= MOVEMENT_GRACE) this.#startBleeding();
  }

  #startBleeding(): void {
    this.#above = 0;
    this.#bleeding = true;
    this.#bleed.reset();
  }
}
