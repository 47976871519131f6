/**
 * Keeps one zone at its target: fills it, holds it within a dead band, and bleeds it. The regulator drives the pump,
 * because zones share it.
 */

import { type Aim, VENT } from './aim.ts';
import { Bleed } from './bleed.ts';
import type { AirRequest } from './manifold-share.ts';
import { ZoneFill } from './zone-fill.ts';

/**
 * When a zone gets a new target, it fills if it is further below the target than `FILL_BELOW`, and bleeds if it is further
 * above than `BLEED_ABOVE`, mmHg.
 */
const FILL_BELOW = 0.8;
const BLEED_ABOVE = 1;
/** Dead band of a held zone: below and above its target, mmHg. */
const HOLD_BELOW = 1.5;
const HOLD_ABOVE = 2;
/** Lower bound while another zone is being raised, since each top-up makes that zone wait, mmHg. */
const HOLD_BELOW_BUSY = 2.1;
/**
 * A held zone that is `TOP_UP_BELOW` below its target is topped up together with another that fills, if their pressures
 * are within `TOP_UP_WITHIN`, mmHg.
 */
const TOP_UP_BELOW = 1.15;
const TOP_UP_WITHIN = 1.2;
/** A zone is bled after it has been above the band for this long, s: a leg that moves is at rest again within a second. */
const MOVEMENT_GRACE = 1;
/** Bleeding ends this far above the target, mmHg. */
const BLEED_END_ABOVE = 0.3;

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

  /** @param watched whether the gauge reads the bag while air flows out */
  constructor(watched = true) {
    this.#bleed = new Bleed(watched);
  }

  get aim(): Aim {
    return this.#aim;
  }
  get isTopUp(): boolean {
    return this.fill.isTopUp;
  }
  get shortfall(): number {
    return this.fill.target - this.pressure;
  }
  /** Whether the zone is at its target, or waits for a reading to confirm that. */
  get settled(): boolean {
    return !this.#bleeding && (!this.fill.active || this.fill.isTakingReading);
  }

  /** Call when a keyframe is played. @param pressure the quick reading, mmHg */
  setAim(aim: Aim, ramp: number, sealCap: number, pressure: number): void {
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
    this.fill.forgetFailures();
    const now = this.fill.active ? this.fill.estimate : pressure;
    this.#bleeding = now > aim + BLEED_ABOVE;
    if (now >= aim - FILL_BELOW) this.fill.stop();
    else if (this.fill.active) this.fill.retarget(aim);
    else this.fill.begin(pressure, aim);
    if (this.#bleeding) this.#bleed.reset();
  }

  /** Whether the zone is being raised to a new pressure, not only topped up. */
  get isClimbing(): boolean {
    return this.fill.active && !this.fill.isTopUp;
  }

  /** Whether a held zone is a little below its target, but not far enough to ask for air. */
  isSlightlyLow(calm: number): boolean {
    return this.#aim >= 0 && !this.#bleeding && !this.fill.active && calm < this.#aim - TOP_UP_BELOW;
  }

  /** Tops up this zone together with one that fills at `pressure`, mmHg, if this one is close to that pressure. */
  topUpAlong(pressure: number, calm: number): void {
    if (Math.abs(calm - pressure) < TOP_UP_WITHIN && !this.fill.active) this.fill.begin(calm, this.#aim);
  }

  /** Like ZoneFill.step, and also takes the calm reading. @param busy whether another zone is being raised */
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
      if (calm > this.#sealCap + BLEED_ABOVE) this.#startBleeding();
    } else if (this.fill.active) {
      this.wants = this.fill.step(reading, quick, rise, shared, dt);
      this.pressure = this.fill.estimate;
    } else {
      this.#hold(calm, busy, dt);
    }
  }

  #letDown(quick: number, dt: number): void {
    const goal = this.#aim < 0 ? this.#sealCap : this.#aim + BLEED_END_ABOVE;
    const state = this.#bleed.step(quick, goal, dt);
    this.vent = state === 'open';
    if (state === 'there') this.#bleeding = false;
  }

  #hold(calm: number, busy: boolean, dt: number): void {
    if (calm < this.#aim - (busy ? HOLD_BELOW_BUSY : HOLD_BELOW)) this.fill.begin(calm, this.#aim);
    const band = Math.min(3, Math.max(HOLD_ABOVE, 0.55 * this.#bleed.smallestFall(calm, dt)));
    this.#above = calm > this.#aim + band ? this.#above + dt : 0;
    if (this.#above >= MOVEMENT_GRACE) this.#startBleeding();
  }

  #startBleeding(): void {
    this.#above = 0;
    this.#bleeding = true;
    this.#bleed.reset();
  }
}
