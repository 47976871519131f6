/** Keeps one zone at what it is asked for: fills, looks, holds within a dead band, lets down. One zone, no pump: that is shared. */

import { type Aim, VENT } from './aim.ts';
import { Bleed } from './bleed.ts';
import type { Wish } from './manifold-share.ts';
import { ZoneFill } from './zone-fill.ts';

/** A new target is filled up to when the zone is below it by more than this, and let down to when above, mmHg. */
const NEW_BELOW = 0.8;
const NEW_ABOVE = 1;
/** The dead band of a hold, mmHg. */
const BELOW = 1.5;
const ABOVE = 2;
/** The same while another zone is being brought up: it waits for every top-up, mmHg. */
const BELOW_BUSY = 2.1;
/** A zone that is below by this is topped up along with another at about its pressure, mmHg. */
const ALONG = 1.15;
const ALONGSIDE = 1.2;
/** Above the band for this long before it is let down: a leg that moves is over in a second, s. */
const PATIENCE = 1;
/** Where letting down from a hold ends, above the target, mmHg. */
const AFTER_HOLD = 0.3;

export class ZoneHold implements Wish {
  readonly fill = new ZoneFill();
  readonly #bleed = new Bleed();
  #aim: Aim = VENT;
  #sealCap = Number.POSITIVE_INFINITY;
  #bleeding = false;
  #above = 0;
  pressure = 0;
  wants = false;
  vent = true;

  get aim(): Aim {
    return this.#aim;
  }
  get short(): boolean {
    return this.fill.short;
  }
  get lacks(): number {
    return this.fill.target - this.pressure;
  }
  /** At its pressure, or looking whether it is. */
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

  /** Brought up to a new pressure, not just topped up. */
  get climbs(): boolean {
    return this.fill.active && !this.fill.short;
  }

  /** Whether a held zone is below its target, though not so far that it asks for air. */
  lacksALittle(calm: number): boolean {
    return this.#aim >= 0 && !this.#bleeding && !this.fill.active && calm < this.#aim - ALONG;
  }

  /** Another zone takes air at this pressure, mmHg: one that lacks a little and stands there may as well. */
  joinAt(pressure: number, calm: number): void {
    if (Math.abs(calm - pressure) < ALONGSIDE && !this.fill.active) this.fill.begin(calm, this.#aim);
  }

  /** As of ZoneFill.step, with the calm pressure as well. @param busy whether another zone climbs */
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
    if (this.#above >= PATIENCE) this.#startBleeding();
  }

  #startBleeding(): void {
    this.#above = 0;
    this.#bleeding = true;
    this.#bleed.reset();
  }
}
