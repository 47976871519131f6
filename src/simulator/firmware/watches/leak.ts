/**
 * Limit 16: a zone with both valves closed that loses pressure. Judged over spans long enough that a neighbour letting go (which
 * takes 4 mmHg with it) is no leak; a slow one is a warning, a fast one a fault.
 */

import { limits, rules } from '../../../../firmware-protocol/limits.ts';
import { VENT } from '../aim.ts';
import type { Scene, Trip, Watch } from './watch.ts';

/** Closed time over which the fall is judged, s. */
const SPAN = 6;
/** A warning needs this many such spans in a row: two neighbours may let go at once. */
const WARNING_SPANS = 2;
/** After a valve has closed the reading settles for this long, s. */
const SETTLING = 0.3;

export class Leak implements Watch {
  /** Since the zone was first at its pressure, s. */
  readonly #age: Float64Array;
  readonly #closed: Float64Array;
  readonly #judged: Float64Array;
  readonly #fallen: Float64Array;
  readonly #before: Float64Array;
  /** Spans in a row in which the zone fell slowly. */
  readonly #slow: Uint8Array;
  /** The zone that last fell slowly; null = none since `begin`. */
  warned: number | null = null;

  constructor(zones: number) {
    this.#age = new Float64Array(zones);
    this.#closed = new Float64Array(zones);
    this.#judged = new Float64Array(zones);
    this.#fallen = new Float64Array(zones);
    this.#before = new Float64Array(zones);
    this.#slow = new Uint8Array(zones);
  }

  begin(): void {
    for (let zone = 0; zone < this.#age.length; zone++) this.#forget(zone);
    this.warned = null;
  }

  step({ sensors, regulator, running }: Scene, dt: number): Trip | null {
    if (!running) return null;
    for (let zone = 0; zone < this.#age.length; zone++) {
      const closed = regulator.fill[zone] === 0 && regulator.vent[zone] === 0;
      if (regulator.aims[zone] === VENT) this.#forget(zone);
      else if (!closed && !this.#toppedUp(zone, regulator.zoneHolds[zone]?.short ?? false))
        this.#forget(zone);
      this.#age[zone] = (this.#age[zone] ?? 0) + dt;
      this.#closed[zone] = closed ? (this.#closed[zone] ?? 0) + dt : 0;
      const now = sensors.calm[zone] ?? 0;
      if ((this.#age[zone] ?? 0) > rules.leakAfter && (this.#closed[zone] ?? 0) > SETTLING) {
        this.#judged[zone] = (this.#judged[zone] ?? 0) + dt;
        this.#fallen[zone] = (this.#fallen[zone] ?? 0) + (this.#before[zone] ?? 0) - now;
      }
      this.#before[zone] = now;
      const trip = this.#judge(zone);
      if (trip) return trip;
    }
    return null;
  }

  /** A zone at its pressure that is topped up goes on being judged; one that is filled anew does not. */
  #toppedUp(zone: number, short: boolean): boolean {
    return short && (this.#age[zone] ?? 0) > 0;
  }

  #forget(zone: number): void {
    this.#age[zone] = 0;
    this.#judged[zone] = 0;
    this.#fallen[zone] = 0;
    this.#slow[zone] = 0;
  }

  #judge(zone: number): Trip | null {
    if ((this.#judged[zone] ?? 0) < SPAN) return null;
    const rate = (this.#fallen[zone] ?? 0) / (this.#judged[zone] ?? 1);
    this.#judged[zone] = 0;
    this.#fallen[zone] = 0;
    if (rate > limits.leak.hard) return { fault: 'leak', zone };
    this.#slow[zone] = rate > limits.leak.byDefault ? (this.#slow[zone] ?? 0) + 1 : 0;
    if ((this.#slow[zone] ?? 0) >= WARNING_SPANS) this.warned = zone;
    return null;
  }
}
