/** Adds up a recorded track point by point. Only sums are kept, not the points. */

import { fitting } from '../document/format.ts';
import type { Moment } from '../time/wall-clock.ts';
import type { Activity, ActivityRead } from './activity.ts';
import type { ActivityFigure } from './figures.ts';

/** Null = missing in the file, or not a possible figure. */
export interface Point {
  readonly at: Moment | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly altitudeM: number | null;
  readonly temperatureC: number | null;
  /** Distance from the beginning as the watch counted it, m. */
  readonly distanceM: number | null;
}

/** Mean radius of the earth, m. */
const EARTH_RADIUS = 6_371_009;
/** Least height of a rise that counts, m. Lower ones may be errors, because measured altitudes drift. */
const LEAST_RISE = 5;
/** Longest distance between two successive points that counts, m. With a longer one, the receiver had lost its position. */
const LONGEST_GAP = 2000;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Great-circle distance, m. */
function between(one: Position, other: Position): number {
  const [a, b] = [radians(one.latitude), radians(other.latitude)];
  const half = (angle: number): number => Math.sin(angle / 2) ** 2;
  const h = half(b - a) + Math.cos(a) * Math.cos(b) * half(radians(other.longitude - one.longitude));
  return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(h)));
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
  readonly #told = new Set<ActivityFigure>();

  /** Call where the receiver was off, so that the distance from the last point to the next one does not count. */
  gap(): void {
    this.#position = null;
  }

  /** Call with each value of the file, possible or not, so that `summary` knows which figures it leaves out. */
  tells(figure: ActivityFigure, text: string): void {
    if (text.trim() !== '') this.#told.add(figure);
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

  /** A figure that a plan file cannot hold is left out. In a file with an activity longer than that, a clock was wrong. */
  summary(): ActivityRead {
    const span = this.#first === null || this.#last === null ? null : (this.#last - this.#first) / 60_000;
    const metres = this.#measured ?? this.#walked;
    const minutes = fitting('duration', span && Math.round(span));
    const distanceKm = fitting('distance', rounded(metres / 1000, 0.01));
    const ascentM = this.#lowest === null ? null : Math.round(this.#ascent + this.#pending());
    const temperatureC = this.#warmths === 0 ? null : Math.round(this.#warmth / this.#warmths);
    const activity: Activity = {
      endedAt: minutes === null ? null : this.#last,
      distanceKm,
      minutes,
      ascentM: fitting('ascent', ascentM),
      temperatureC: fitting('temperature', temperatureC),
    };
    if (this.#points < 2) return { ok: false, problem: { kind: 'nothingRecorded' } };
    const figures = this.#leftOutOf(activity);
    const isMoving = metres > 0 || (span !== null && span > 0);
    if (isMoving && Object.values(activity).some((value) => value !== null))
      return { ok: true, activity, leftOut: figures };
    return {
      ok: false,
      problem: figures.length === 0 ? { kind: 'nothingRecorded' } : { kind: 'nothingUsable', figures },
    };
  }

  #leftOutOf({ distanceKm, minutes, ascentM, temperatureC }: Activity): readonly ActivityFigure[] {
    const values = { distance: distanceKm, duration: minutes, ascent: ascentM, temperature: temperatureC };
    return [...this.#told].filter((figure) => values[figure] === null);
  }

  #move(next: Position): void {
    const from = this.#position;
    this.#position = next;
    if (from === null) return;
    const step = between(from, next);
    if (step <= LONGEST_GAP) this.#walked += step;
  }

  /** The rise since the last low, m; 0 if it is lower than LEAST_RISE. */
  #pending(): number {
    const rise = (this.#highest ?? 0) - (this.#lowest ?? 0);
    return rise >= LEAST_RISE ? rise : 0;
  }

  /** A descent of LEAST_RISE ends the rise before it, and begins a new one. */
  #climb(altitude: number): void {
    if (this.#lowest === null || this.#highest === null) {
      this.#lowest = altitude;
      this.#highest = altitude;
    } else if (altitude > this.#highest) {
      this.#highest = altitude;
    } else if (altitude < this.#lowest && this.#pending() === 0) {
      this.#lowest = altitude;
      this.#highest = altitude;
    } else if (this.#highest - altitude >= LEAST_RISE) {
      this.#ascent += this.#pending();
      this.#lowest = altitude;
      this.#highest = altitude;
    }
  }
}
