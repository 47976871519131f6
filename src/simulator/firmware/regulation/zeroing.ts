/**
 * Measures the zero of every sensor with the vents open (PROTOCOL.md 4.3). Without this, sensor offsets would
 * put one session in six out by more than 5 mmHg.
 */

import { figures } from '../../../../firmware-protocol/figures.ts';
import { limits, rules } from '../../../../firmware-protocol/limits.ts';
import type { Trip } from '../watches/watch.ts';
import type { Sensors } from './sensors.ts';

/** A sensor is quiet if its means over adjacent spans of this length, s, … */
const SPAN = figures.zeroWindow.value;
/** … differ by less than this, mmHg, … */
const QUIET = figures.zeroQuiet.value;
/** … this many times in a row: a bag that is still emptying can look quiet once. */
const AGREEING = 2;
/** If time allows, wait until differences are below this, mmHg. */
const STILL = 0.2;
/** Longest wait once every zone is below 20 mmHg, s: the last air of a thigh leaves slowly. */
const LONGEST = figures.zeroLongest.value;
/** No new sensor reads further from zero than this at rest, mmHg (MPX5050: ±9). */
const FURTHEST = figures.zeroFurthest.value;
/**
 * A bag that has just been emptied still holds the 2 mmHg at which it goes slack. So within a minute of a
 * squeeze, a known zero is raised by no more than sensors drift, mmHg.
 */
const DRIFT = figures.zeroDrift.value;
const SLACK_TIME = figures.zeroSlack.value;

export type Zeroing = 'going' | 'done' | Trip;

export class SensorZero {
  readonly #mean: Float64Array;
  readonly #before: Float64Array;
  readonly #sum: Float64Array;
  #samples = 0;
  #span = 0;
  #spans = 0;
  /** Small enough differences in a row. */
  #agreeing = 0;
  /** The zone last seen to move. */
  #moved = 0;
  #low = 0;
  /** Time since `begin` with a zone that is not empty, s. */
  #full = 0;
  #known = false;
  /** Time since any zone was last squeezed, s. */
  #slackFor = Number.POSITIVE_INFINITY;

  constructor(readonly sensors: Sensors) {
    this.#mean = new Float64Array(sensors.zones);
    this.#before = new Float64Array(sensors.zones);
    this.#sum = new Float64Array(sensors.zones);
  }

  begin(): void {
    this.sensors.hardware.lookAnew?.();
    this.#full = 0;
    this.#startOver();
  }

  /** Call on every step: tracks when zones were last squeezed. */
  watch(dt: number): void {
    this.#slackFor = this.sensors.allBelow(rules.released) ? this.#slackFor + dt : 0;
  }

  /** Call on every step while preparing. @param dt s */
  step(dt: number): Zeroing {
    const { sensors } = this;
    const full = sensors.firstAsBoughtFrom(rules.empty);
    if (full !== null) {
      this.#startOver();
      this.#full += dt;
      return this.#full > limits.emptying.hard ? { fault: 'notEmptying', zone: full } : 'going';
    }
    this.#low += dt;
    this.#span += dt;
    this.#samples++;
    for (let zone = 0; zone < sensors.zones; zone++) {
      this.#sum[zone] = (this.#sum[zone] ?? 0) + (sensors.raw[zone] ?? Number.NaN);
    }
    if (this.#span < SPAN - 1e-9) return 'going';
    this.#before.set(this.#mean);
    for (let zone = 0; zone < sensors.zones; zone++)
      this.#mean[zone] = (this.#sum[zone] ?? 0) / this.#samples;
    this.#startSpan();
    this.#spans++;
    if (this.#spans < 2) return 'going';
    const late = this.#low + SPAN > LONGEST + 1e-9;
    const moving = this.#firstMoving(QUIET);
    this.#moved = moving ?? this.#moved;
    this.#agreeing = moving === null ? this.#agreeing + 1 : 0;
    if (this.#agreeing < AGREEING) return late ? { fault: 'sensor', zone: this.#moved } : 'going';
    if (!late && this.#firstMoving(STILL) !== null) return 'going';
    return this.#take();
  }

  #startOver(): void {
    this.#startSpan();
    this.#spans = 0;
    this.#agreeing = 0;
    this.#low = 0;
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

  #take(): Zeroing {
    const far = this.#mean.findIndex((mean) => Math.abs(mean) > FURTHEST);
    if (far >= 0) return { fault: 'sensor', zone: far };
    const slack = this.#known && this.#slackFor < SLACK_TIME;
    this.#mean.forEach((mean, zone) => {
      const known = this.sensors.zero[zone] ?? 0;
      this.sensors.setZero(zone, slack ? Math.min(mean, known + DRIFT) : mean);
    });
    this.#known = true;
    return 'done';
  }
}
