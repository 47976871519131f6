/**
 * Keeps one zone, or two that share a valve, at its target: fills it, holds it within a dead band, bleeds it, vents it,
 * or leaves it sealed. The regulator drives the pump, because zones share it.
 */

import { rules } from '../../../../firmware-protocol/limits.ts';
import { type Aim, SEAL, VENT } from './aim.ts';
import { Bleed } from './bleed.ts';
import type { AirRequest } from './manifold-share.ts';
import { ZoneFill } from './zone-fill.ts';

/** How far below a new target a zone must be to fill, mmHg. */
const FILL_BELOW = 0.8;
/** How far above a new target, or above the cap of a sealed zone, a zone must be to bleed, mmHg. */
const BLEED_ABOVE = 1;
/** How far below its target a held zone may sink, mmHg. */
const HOLD_BELOW = 1.5;
/** How far above its target a held zone may be, mmHg; further, up to 3, if the vent's shortest opening would take more. */
const HOLD_ABOVE = 2;
/** How far below its target a held zone may sink while another zone climbs, mmHg: each top-up makes that zone wait. */
const HOLD_BELOW_BUSY = 2.1;
/** How far below its target a held zone must be to be topped up together with another zone that fills, mmHg. */
const TOP_UP_BELOW = 1.15;
/** How close the pressures of the held zone and of the zone that fills must be for a common top-up, mmHg. */
const TOP_UP_WITHIN = 1.2;
/** How long a zone must be above its dead band to be bled, s: a leg that moves is at rest again within a second. */
const MOVEMENT_GRACE = 1;
/** How far above a hold target bleeding aims to end, mmHg. */
const BLEED_END_ABOVE = 0.3;

export class ZoneHold implements AirRequest {
  readonly fill = new ZoneFill();
  readonly #bleed: Bleed;
  #aim: Aim = VENT;
  /** Pressure to which a sealed zone is bled, mmHg; infinite = it is not bled. */
  sealCap = Number.POSITIVE_INFINITY;
  #bleeding = false;
  #isAwaited = false;
  /** How long the zone has been above its dead band, s. */
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
  /** Whether the zone is neither filled nor bled, or waits for a reading in a fill. */
  get settled(): boolean {
    return !this.#bleeding && (!this.fill.active || this.fill.isTakingReading);
  }

  /** Whether the zone is being filled or bled, waits for readings included. */
  get isAtWork(): boolean {
    return this.#bleeding || this.fill.active;
  }

  /**
   * Call when a keyframe comes into force or is capped, and in the safe state.
   * @param ramp mmHg/s; 0 = as fast as the limits allow
   * @param sealCap pressure to which a sealed zone is bled, mmHg. A seal that follows a seal keeps the lower of the
   *   two caps.
   * @param pressure the quick reading, mmHg
   */
  setAim(aim: Aim, ramp: number, sealCap: number, pressure: number): void {
    const before = this.#aim;
    this.#aim = aim;
    this.sealCap = aim === SEAL && before === SEAL ? Math.min(this.sealCap, sealCap) : sealCap;
    this.#isAwaited = false;
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

  /** Makes the next step keep the zone as close to its target as a gate requires. */
  noteAwaited(): void {
    this.#isAwaited = true;
  }

  /** Whether the zone is being filled, not only topped up. */
  get isClimbing(): boolean {
    return this.fill.active && !this.fill.isTopUp;
  }

  /**
   * Whether this is a held zone a little below its target that is not being filled or bled.
   * @param calm the calm (slowly smoothed) reading, mmHg
   */
  isSlightlyLow(calm: number): boolean {
    return this.#aim >= 0 && !this.#bleeding && !this.fill.active && calm < this.#aim - TOP_UP_BELOW;
  }

  /**
   * Tops up this zone together with a zone that fills at `pressure` mmHg, if the two pressures are close.
   * @param calm the calm reading, mmHg
   */
  topUpAlong(pressure: number, calm: number): void {
    if (Math.abs(calm - pressure) < TOP_UP_WITHIN && !this.fill.active) this.fill.begin(calm, this.#aim);
  }

  /**
   * One step: updates `pressure`, `wants` and `vent`. Takes the parameters of `ZoneFill.step`, and these:
   * @param calm the calm reading, mmHg
   * @param busy whether any zone is climbing
   */
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
      if (calm > this.sealCap + BLEED_ABOVE) this.#startBleeding();
    } else if (this.fill.active) {
      this.wants = this.fill.step(reading, quick, rise, shared, dt);
      this.pressure = this.fill.estimate;
    } else {
      this.#hold(calm, busy, dt);
    }
    this.#isAwaited = false;
  }

  #letDown(quick: number, dt: number): void {
    const goal = this.#aim < 0 ? this.sealCap : this.#aim + BLEED_END_ABOVE;
    const closest = this.#isAwaited ? rules.reached - BLEED_END_ABOVE : Number.POSITIVE_INFINITY;
    const state = this.#bleed.step(quick, goal, dt, closest);
    this.vent = state === 'open';
    if (state === 'there') this.#bleeding = false;
  }

  #hold(calm: number, busy: boolean, dt: number): void {
    const furthest = this.#isAwaited ? rules.reached : 3;
    const below = Math.min(furthest, busy ? HOLD_BELOW_BUSY : HOLD_BELOW);
    if (calm < this.#aim - below) this.fill.begin(calm, this.#aim);
    const band = Math.min(furthest, Math.max(HOLD_ABOVE, 0.55 * this.#bleed.smallestFall(calm, dt)));
    this.#above = calm > this.#aim + band ? this.#above + dt : 0;
    if (this.#above >= MOVEMENT_GRACE) this.#startBleeding();
  }

  #startBleeding(): void {
    this.#above = 0;
    this.#bleeding = true;
    this.#bleed.reset();
  }
}
