/**
 * Measures the zero of every sensor with the vents open (PROTOCOL.md 4.3). Without that, a sensor's offset alone would
 * make its zone's pressure wrong by several mmHg. Pressures are in mmHg, times in s.
 */

import { figures } from '../../../../firmware-protocol/figures.ts';
import { limits, rules } from '../../../../firmware-protocol/limits.ts';
import type { Trip } from '../watches/watch.ts';
import type { Sensors } from './sensors.ts';

/** Length of the spans over which readings are averaged, s. */
const SPAN_TIME = figures.zeroWindow.value;
/** A sensor was quiet if the means of two successive spans differ by less than this, mmHg. */
const QUIET_DIFFERENCE = figures.zeroQuiet.value;
/** Number of times in a row that a sensor must have been quiet: a bag that still empties can look quiet once. */
const QUIET_SPANS = 2;
/** If the means differ by less than this, zeroing does not wait for a smaller difference, mmHg. */
const STILL_DIFFERENCE = 0.2;
/** Longest time from when every zone is below 20 mmHg to its zero, s: the last air of a thigh leaves slowly. */
const LONGEST_WAIT = figures.zeroLongest.value;
/** Furthest from 0 that a working sensor reads at rest, mmHg (an MPX5050 sensor: 9). */
const FURTHEST_ZERO = figures.zeroFurthest.value;
/**
 * Most that a known zero may rise if a zone was under pressure less than `SLACK_TIME` s ago, mmHg: about as much as
 * sensors drift. A bag that has just emptied still has about 2 mmHg, which must not become its zero.
 */
const MOST_DRIFT = figures.zeroDrift.value;
const SLACK_TIME = figures.zeroSlack.value;

/** A fault ends zeroing without new zeros. */
export type ZeroingState = 'going' | 'done' | Trip;

export class SensorZero {
  /** By zone: mean raw reading of the last span and of the one before, mmHg. */
  readonly #mean: Float64Array;
  readonly #before: Float64Array;
  readonly #sum: Float64Array;
  #samples = 0;
  #span = 0;
  #spans = 0;
  #quietSpans = 0;
  /** The zone to name if zeroing fails: the first that was not quiet, in the latest span that had such a zone. */
  #moved = 0;
  #emptyFor = 0;
  /** Total time since `begin` with a zone that is not empty, s. */
  #fullFor = 0;
  /** Whether zeros have ever been taken. */
  #known = false;
  /** Time since some zone last was not below `rules.released`, s. */
  #slackFor = Number.POSITIVE_INFINITY;

  constructor(readonly sensors: Sensors) {
    this.#mean = new Float64Array(sensors.zones);
    this.#before = new Float64Array(sensors.zones);
    this.#sum = new Float64Array(sensors.zones);
  }

  begin(): void {
    this.sensors.hardware.refreshReadings?.();
    this.#fullFor = 0;
    this.#startOver();
  }

  /** Call in every step: notes when a zone was last under pressure. @param dt s */
  watch(dt: number): void {
    this.#slackFor = this.sensors.allBelow(rules.released) ? this.#slackFor + dt : 0;
  }

  /** Call in every step while the boots prepare a session. @param dt s */
  step(dt: number): ZeroingState {
    const { sensors } = this;
    const full = sensors.firstRawNotBelow(rules.empty);
    if (full !== null) {
      this.#startOver();
      this.#fullFor += dt;
      return this.#fullFor > limits.emptying.hard ? { fault: 'notEmptying', zone: full } : 'going';
    }
    this.#emptyFor += dt;
    this.#span += dt;
    this.#samples++;
    for (let zone = 0; zone < sensors.zones; zone++) {
      this.#sum[zone] = (this.#sum[zone] ?? 0) + (sensors.raw[zone] ?? Number.NaN);
    }
    if (this.#span < SPAN_TIME - 1e-9) return 'going';
    this.#before.set(this.#mean);
    for (let zone = 0; zone < sensors.zones; zone++)
      this.#mean[zone] = (this.#sum[zone] ?? 0) / this.#samples;
    this.#startSpan();
    this.#spans++;
    if (this.#spans < 2) return 'going';
    const late = this.#emptyFor + SPAN_TIME > LONGEST_WAIT + 1e-9;
    const moving = this.#firstMoving(QUIET_DIFFERENCE);
    this.#moved = moving ?? this.#moved;
    this.#quietSpans = moving === null ? this.#quietSpans + 1 : 0;
    if (this.#quietSpans < QUIET_SPANS) return late ? { fault: 'sensor', zone: this.#moved } : 'going';
    if (!late && this.#firstMoving(STILL_DIFFERENCE) !== null) return 'going';
    return this.#setZeros();
  }

  #startOver(): void {
    this.#startSpan();
    this.#spans = 0;
    this.#quietSpans = 0;
    this.#emptyFor = 0;
  }

  #startSpan(): void {
    this.#sum.fill(0);
    this.#samples = 0;
    this.#span = 0;
  }

  #firstMoving(within: number): number | null {
    const zone = this.#mean.findIndex((mean, at) => !(Math.abs(mean - (this.#before[at] ?? 0)) < within));
    return zone < 0 ? null : zone;
  }

  #setZeros(): ZeroingState {
    const far = this.#mean.findIndex((mean) => Math.abs(mean) > FURTHEST_ZERO);
    if (far >= 0) return { fault: 'sensor', zone: far };
    const slack = this.#known && this.#slackFor < SLACK_TIME;
    this.#mean.forEach((mean, zone) => {
      const known = this.sensors.zero[zone] ?? 0;
      this.sensors.setZero(zone, slack ? Math.min(mean, known + MOST_DRIFT) : mean);
    });
    this.#known = true;
    return 'done';
  }
}
