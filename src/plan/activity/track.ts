/** A way as it is read, point by point: only sums are kept. */

import type { Moment } from '../time/wall-clock.ts';
import type { Activity } from './activity.ts';

/** Null = not said, or not a figure that can be. */
export interface Point {
  readonly at: Moment | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly altitudeM: number | null;
  readonly temperatureC: number | null;
  /** From the beginning, as the watch has it. */
  readonly distanceM: number | null;
}

/** Mean radius of the earth, m. */
const EARTH = 6_371_009;
/** A rise counts once it is this high, because measured altitudes wander, m. */
const RISE = 5;
/** Between two points nobody who is on foot goes farther, m: the receiver has lost its place. */
const LEAP = 2000;
/** No activity lasts longer, min: a clock was set in between. */
const LONGEST = 7 * 24 * 60;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** On the sphere, m. */
function between(one: Position, other: Position): number {
  const [a, b] = [radians(one.latitude), radians(other.latitude)];
  const half = (angle: number): number => Math.sin(angle / 2) ** 2;
  const h = half(b - a) + Math.cos(a) * Math.cos(b) * half(radians(other.longitude - one.longitude));
  return 2 * EARTH * Math.asin(Math.min(1, Math.sqrt(h)));
}

interface Position {
  readonly latitude: number;
  readonly longitude: number;
}

const rounded = (value: number, by: number): number => Math.round(value / by) * by;

export class Track {
  #points = 0;
  #first: Moment | null = null;
  #last: Moment | null = null;
  #walked = 0;
  #measured: number | null = null;
  #position: Position | null = null;
  #lowest: number | null = null;
  #highest: number | null = null;
  #ascent = 0;
  #warmth = 0;
  #warmths = 0;

  /** What follows is not joined to what came before: the receiver was off. */
  gap(): void {
    this.#position = null;
  }

  add({ at, latitude, longitude, altitudeM, temperatureC, distanceM }: Point): void {
    this.#points += 1;
    if (at !== null) {
      if (this.#first === null || at < this.#first) this.#first = at;
      if (this.#last === null || at > this.#last) this.#last = at;
    }
    if (latitude !== null && longitude !== null) this.#move({ latitude, longitude });
    if (distanceM !== null) this.#measured = Math.max(this.#measured ?? 0, distanceM);
    if (altitudeM !== null) this.#climb(altitudeM);
    if (temperatureC !== null) {
      this.#warmth += temperatureC;
      this.#warmths += 1;
    }
  }

  /** Null where nothing was recorded. */
  summary(): Activity | null {
    const minutes = this.#first === null || this.#last === null ? null : (this.#last - this.#first) / 60_000;
    const metres = this.#measured ?? this.#walked;
    if (this.#points < 2 || (metres === 0 && !minutes)) return null;
    const isOneClock = minutes !== null && minutes > 0 && minutes <= LONGEST;
    return {
      endedAt: isOneClock ? this.#last : null,
      distanceKm: metres >= 100 ? rounded(metres / 1000, 0.01) : null,
      minutes: isOneClock ? Math.round(minutes) : null,
      ascentM: this.#lowest === null ? null : Math.round(this.#ascent + this.#pending()),
      temperatureC: this.#warmths === 0 ? null : Math.round(this.#warmth / this.#warmths),
    };
  }

  #move(next: Position): void {
    const from = this.#position;
    this.#position = next;
    if (from === null) return;
    const step = between(from, next);
    if (step <= LEAP) this.#walked += step;
  }

  /** The rise since the last low, once it is high enough. */
  #pending(): number {
    const rise = (this.#highest ?? 0) - (this.#lowest ?? 0);
    return rise >= RISE ? rise : 0;
  }

  /** A fall as high as a rise that counts ends the rise before it. */
  #climb(altitude: number): void {
    if (this.#lowest === null || this.#highest === null) {
      this.#lowest = altitude;
      this.#highest = altitude;
    } else if (altitude > this.#highest) {
      this.#highest = altitude;
    } else if (altitude < this.#lowest && this.#pending() === 0) {
      this.#lowest = altitude;
      this.#highest = altitude;
    } else if (this.#highest - altitude >= RISE) {
      this.#ascent += this.#pending();
      this.#lowest = altitude;
      this.#highest = altitude;
    }
  }
}
