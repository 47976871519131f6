/**
 * Limit 5 (PROTOCOL.md 8.1): the share of the last 10 minutes for which a zone was squeezed, across sessions. Time
 * before the first power-on counts as released. Times are in s.
 */

import { limits, rules } from '../../../../firmware-protocol/limits.ts';
import type { Scene, Trip, Watch } from './watch.ts';

/** Bins of each zone: one per second of the window. */
const BINS = rules.shareWindow;

export class ShareAbove30 implements Watch {
  readonly #zones: number;
  /** By zone: time above 30 mmHg in each second of the window, s. */
  readonly #bins: Float64Array;
  readonly #sum: Float64Array;
  #bin = 0;
  #inBin = 0;

  constructor(zones: number) {
    this.#zones = zones;
    this.#bins = new Float64Array(zones * BINS);
    this.#sum = new Float64Array(zones);
  }

  /** A new session does not release a leg: earlier squeezing still counts. */
  begin(): void {}

  step({ sensors, session }: Scene, dt: number): Trip | null {
    let trip: Trip | null = null;
    this.#inBin += dt;
    if (this.#inBin >= 1 - 1e-9) {
      this.#inBin = 0;
      this.#bin = (this.#bin + 1) % BINS;
      for (let zone = 0; zone < this.#zones; zone++) {
        const oldest = zone * BINS + this.#bin;
        this.#sum[zone] = (this.#sum[zone] ?? 0) - (this.#bins[oldest] ?? 0);
        this.#bins[oldest] = 0;
      }
    }
    for (let zone = 0; zone < this.#zones; zone++) {
      if (!((sensors.quick[zone] ?? 0) > rules.squeezed)) continue;
      const now = zone * BINS + this.#bin;
      this.#bins[now] = (this.#bins[now] ?? 0) + dt;
      const sum = (this.#sum[zone] ?? 0) + dt;
      this.#sum[zone] = sum;
      if (session && (100 * sum) / rules.shareWindow > limits.shareAbove30.hard) {
        trip ??= { fault: 'squeezedTooMuch', zone };
      }
    }
    return trip;
  }
}
