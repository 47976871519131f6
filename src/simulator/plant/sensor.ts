/** A pressure sensor as bought: offset, drift, noise, the converter's steps, and the ways it fails. */

import type { Mmhg } from '../../../firmware-protocol/quantities.ts';
import { mmhg } from '../../../firmware-protocol/quantities.ts';
import { normal } from '../random.ts';
import type { PlantParameters } from './parameters.ts';

/** The drift parameter is the drift after this long, s. */
const DRIFT_SPAN = 30 * 60;

export class Sensor {
  readonly #parameters: PlantParameters;
  readonly #random: () => number;
  readonly #offset: number;
  readonly #drift: number;
  #last: Mmhg | null = null;
  /** Reads for ever what it read last. */
  frozen = false;
  /** Reads nothing. */
  silent = false;
  /** Added to every reading, mmHg. */
  shift = 0;

  constructor(parameters: PlantParameters, random: () => number) {
    this.#parameters = parameters;
    this.#random = random;
    this.#offset = parameters.sensorOffset * normal(random);
    this.#drift = (parameters.sensorDrift * normal(random)) / DRIFT_SPAN;
  }

  /** Without faults. */
  mend(): void {
    this.frozen = false;
    this.silent = false;
    this.shift = 0;
  }

  /**
   * One sample, mmHg; null = no reading.
   * @param truth pressure at its tap, mmHg, ripple included.
   * @param time since the start, s.
   */
  read(truth: number, time: number): Mmhg | null {
    if (this.silent) return null;
    if (this.frozen && this.#last !== null) return this.#last;
    const { sensorNoise, sensorStep, sensorRange } = this.#parameters;
    let value = truth + this.#offset + this.shift + this.#drift * time;
    if (sensorNoise > 0) value += sensorNoise * normal(this.#random);
    if (sensorStep > 0) value = Math.round(value / sensorStep) * sensorStep;
    this.#last = mmhg(Math.min(sensorRange[1], Math.max(sensorRange[0], value)));
    return this.#last;
  }
}
