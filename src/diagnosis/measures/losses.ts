/** What one zone loses while both its valves are closed. */

import type { Target } from '../../../firmware-protocol/keyframe.ts';
import type { ZoneSample } from './zone-sample.ts';

/** Air cools after a fill, and the reading settles: a loss counts from this long after a valve was open, s, … */
const SETTLED = 1.5;
/** … or from this long, s, once the zone has been at its pressure for so long, s: a leaking zone is topped up too often for the other. */
const READABLE = 0.4;
const COOLED = 4;
/** Within this of its target a zone is at its pressure, mmHg. */
const NEAR = 3;
/** Only a zone above this shows its leak, mmHg. */
const PRESSED = 12;
/** A faster change between samples is a leg that moves, mmHg/s. */
const MOVED = 40;
/** Older pieces fade by half each time there are so many seconds of them. */
const MUCH = 120;

export interface Loss {
  /** Mean fall of closed zones, mmHg/s. */
  readonly rate: number;
  /** Mean pressure meanwhile, mmHg. */
  readonly pressure: number;
  /** How long it was closed in all, s. */
  readonly seconds: number;
  /** The longest piece, s. */
  readonly longest: number;
}

export class Losses {
  #closed = 0;
  /** Since it came to its pressure, s; null = it is not there yet. */
  #age: number | null = null;
  #target: Target = 'vent';
  #before: number | null = null;
  #fallen = 0;
  #pressures = 0;
  #seconds = 0;
  #longest = 0;

  get loss(): Loss | null {
    if (this.#seconds === 0) return null;
    return {
      rate: this.#fallen / this.#seconds,
      pressure: this.#pressures / this.#seconds,
      seconds: this.#seconds,
      longest: this.#longest,
    };
  }

  take({ pressure, fill, vent, target, dt }: ZoneSample): void {
    const before = this.#before;
    this.#before = pressure;
    this.#grow(pressure, target, vent, dt);
    if (pressure === null || before === null || fill || vent || dt === 0) {
      this.#closed = 0;
      return;
    }
    this.#closed += dt;
    const settled = (this.#age ?? 0) > COOLED ? READABLE : SETTLED;
    if (this.#closed <= settled || before < PRESSED || Math.abs(pressure - before) > MOVED * dt) return;
    this.#fallen += before - pressure;
    this.#pressures += pressure * dt;
    this.#seconds += dt;
    this.#longest = Math.max(this.#longest, this.#closed - settled);
    if (this.#seconds < MUCH) return;
    this.#fallen /= 2;
    this.#pressures /= 2;
    this.#seconds /= 2;
  }

  #grow(pressure: number | null, target: Target, vent: boolean, dt: number): void {
    if (vent || (target !== this.#target && target !== 'seal')) this.#age = null;
    this.#target = target;
    if (this.#age !== null) this.#age += dt;
    else if (typeof target === 'number' && pressure !== null && pressure >= target - NEAR) this.#age = 0;
  }
}
