/** A pressure sensor, with its offset, drift, noise, resolution and range, and its failures. */

import type { Mmhg } from '../../../firmware-protocol/quantities.ts';
import { mmhg } from '../../../firmware-protocol/quantities.ts';
import { normal } from '../random.ts';

/** Time over which a sensor's drift has the standard deviation `sensorDrift`, s. */
const DRIFT_SPAN = 30 * 60;

/** [E] marks an engineering estimate, as in parameters.ts. */
export interface SensorParameters {
  /** Standard deviation of the noise in one reading, mmHg. [E] */
  readonly sensorNoise: Mmhg;
  /** Standard deviation of the sensors' offsets, mmHg. [E] */
  readonly sensorOffset: Mmhg;
  /** Standard deviation of the sensors' drift over half an hour, mmHg. [E] */
  readonly sensorDrift: Mmhg;
  /** Resolution of the converter, 1/16 to 0.5 mmHg; 0 = unlimited. [E] */
  readonly sensorStep: Mmhg;
  /** Lowest and highest reading, mmHg. [E] */
  readonly sensorRange: readonly [number, number];
}

export const defaultSensor: SensorParameters = {
  sensorNoise: mmhg(0.3),
  sensorOffset: mmhg(2),
  sensorDrift: mmhg(0.5),
  sensorStep: mmhg(0.125),
  sensorRange: [-30, 300],
};

export class Sensor {
  readonly #noise: number;
  readonly #step: number;
  readonly #lowest: number;
  readonly #highest: number;
  readonly #random: () => number;
  readonly #offset: number;
  readonly #drift: number;
  #last: Mmhg | null = null;
  /** A fault: the sensor repeats its last reading, if it has had one. */
  frozen = false;
  silent = false;
  /** Error that a fault adds to new readings, mmHg. */
  shift = 0;

  constructor(parameters: SensorParameters, random: () => number) {
    this.#noise = parameters.sensorNoise;
    this.#step = parameters.sensorStep;
    [this.#lowest, this.#highest] = parameters.sensorRange;
    this.#random = random;
    this.#offset = parameters.sensorOffset * normal(random);
    this.#drift = (parameters.sensorDrift * normal(random)) / DRIFT_SPAN;
  }

  repair(): void {
    this.frozen = false;
    this.silent = false;
    this.shift = 0;
  }

  /**
   * Takes one reading, mmHg; null = none.
   * @param truth true pressure where the sensor is, with any ripple of the pump, mmHg
   * @param time since the start, s
   */
  read(truth: number, time: number): Mmhg | null {
    if (this.silent) return null;
    if (this.frozen && this.#last !== null) return this.#last;
    let value = truth + this.#offset + this.shift + this.#drift * time;
    if (this.#noise > 0) value += this.#noise * normal(this.#random);
    if (this.#step > 0) value = Math.round(value / this.#step) * this.#step;
    const reading = mmhg(Math.min(this.#highest, Math.max(this.#lowest, value)));
    this.#last = reading;
    return reading;
  }
}
