/** Measures how fast the pressure of a zone falls while both of its valves are closed. */

import type { Target } from '../../../firmware-protocol/keyframe.ts';
import type { ZoneSample } from './zone-sample.ts';

/** A fall counts from this long after the valves have closed, s. Before that, the air cools and the reading settles. */
const SETTLING_TIME = 1.5;
/**
 * Used instead of SETTLING_TIME once the zone has been at its target for longer than COOLING_TIME, s. A zone that leaks may be topped up so
 * often that its valves are closed for too short a time otherwise.
 */
const SHORT_SETTLING_TIME = 0.4;
/** Time at its target after which the air in a zone has cooled, s. */
const COOLING_TIME = 4;
/** A zone has reached its target from this far below it, mmHg. */
const ARRIVED_WITHIN = 3;
/** Below this pressure a leak is too slow to be seen, mmHg. */
const LEAST_PRESSURE = 12;
/** A change faster than this, mmHg/s, is not a leak, but a leg that moves. */
const MOVING_LEG_RATE = 40;
/** After this much measured time, s, the sums are halved, so that old measurements count less and less. */
const HALVING_TIME = 120;

export interface Loss {
  /** Mean fall of the pressure, mmHg/s. */
  readonly rate: number;
  /** Mean over the measured time, mmHg. */
  readonly pressure: number;
  /** Measured time in all, s; old measurements count less (HALVING_TIME). */
  readonly seconds: number;
  /** Longest measured time without a break, s. */
  readonly longest: number;
}

export class Losses {
  #closed = 0;
  /** Time since the zone reached its target, s; null = it has not reached it yet. */
  #sinceArrival: number | null = null;
  #target: Target = 'vent';
  #before: number | null = null;
  #fall = 0;
  #pressures = 0;
  #seconds = 0;
  #longest = 0;

  get loss(): Loss | null {
    if (this.#seconds === 0) return null;
    return {
      rate: this.#fall / this.#seconds,
      pressure: this.#pressures / this.#seconds,
      seconds: this.#seconds,
      longest: this.#longest,
    };
  }

  take({ pressure, fill, vent, target, dt }: ZoneSample): void {
    const before = this.#before;
    this.#before = pressure;
    this.#followTarget(pressure, target, vent, dt);
    if (pressure === null || before === null || fill || vent || dt === 0) {
      this.#closed = 0;
      return;
    }
    this.#closed += dt;
    const settled = (this.#sinceArrival ?? 0) > COOLING_TIME ? SHORT_SETTLING_TIME : SETTLING_TIME;
    if (
      this.#closed <= settled ||
      before < LEAST_PRESSURE ||
      Math.abs(pressure - before) > MOVING_LEG_RATE * dt
    )
      return;
    this.#fall += before - pressure;
    this.#pressures += pressure * dt;
    this.#seconds += dt;
    this.#longest = Math.max(this.#longest, this.#closed - settled);
    if (this.#seconds < HALVING_TIME) return;
    this.#fall /= 2;
    this.#pressures /= 2;
    this.#seconds /= 2;
  }

  #followTarget(pressure: number | null, target: Target, vent: boolean, dt: number): void {
    if (vent || (target !== this.#target && target !== 'seal')) this.#sinceArrival = null;
    this.#target = target;
    if (this.#sinceArrival !== null) this.#sinceArrival += dt;
    else if (typeof target === 'number' && pressure !== null && pressure >= target - ARRIVED_WITHIN)
      this.#sinceArrival = 0;
  }
}
