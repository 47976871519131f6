/** Samples pressures and valves, and packs the samples into telemetry packets (PROTOCOL.md 6.1). */

import { nextCounter } from '../../../../firmware-protocol/layout/frame.ts';
import { type Mmhg, milliseconds } from '../../../../firmware-protocol/quantities.ts';
import {
  encodeTelemetry,
  type Sample,
  samplesPerPacket,
  telemetryBytes,
  type Valves,
} from '../../../../firmware-protocol/telemetry.ts';
import { targetsOf } from '../regulation/aim.ts';
import { onTheWire } from '../therapy/planned-instant.ts';
import type { Therapy } from '../therapy/therapy.ts';

/** Longest time that a packet covers, ms. */
const PACKET_INTERVAL = 300;

export class TelemetryReport {
  #counter = 0;
  #samples: Sample[] = [];
  /** When the first sample of the present packet was taken, on the boots' clock, ms. */
  #firstAt = 0;
  /** Time since a sample was last due, ms. A sample that is taken late does not delay the next one. */
  #since = 0;
  /** The targets under which the samples of the present packet were taken. */
  readonly #aims: Float64Array;
  /** Length of a packet with one sample, bytes. */
  readonly shortest: number;

  /** @param period time between two samples, ms */
  constructor(
    private readonly therapy: Therapy,
    private readonly period: number,
  ) {
    this.#aims = new Float64Array(therapy.shape.zones);
    this.shortest = telemetryBytes(therapy.shape.zones, 1);
  }

  reset(): void {
    this.#counter = 0;
    this.#samples = [];
    this.#since = 0;
  }

  /**
   * Takes a sample if one is due.
   * @param clock the boots' clock, ms since boot
   * @param dt ms
   * @param payload smallest payload of the subscribed links that carry a sample, bytes; null = there is no such link
   * @returns the packet to notify now; null = none
   */
  step(clock: number, dt: number, payload: number | null): Uint8Array<ArrayBuffer> | null {
    this.#since += dt;
    const isDue = this.#since > this.period - 1e-6;
    if (isDue) this.#since -= this.period;
    if (payload === null) {
      this.#samples = [];
      return null;
    }
    // A packet has only one list of targets, so a change of targets begins a new packet.
    const packet = this.#samples.length > 0 && !this.#sameAims() ? this.#pack() : null;
    if (!isDue) return packet;
    if (!this.therapy.after.isReporting) return packet ?? (this.#samples.length > 0 ? this.#pack() : null);
    if (this.#samples.length === 0) {
      this.#firstAt = clock;
      this.#aims.set(this.therapy.regulator.aims);
    }
    this.#samples.push(this.#sample());
    if (packet) return packet;
    const full = Math.max(
      1,
      Math.min(samplesPerPacket(payload, this.#aims.length), Math.floor(PACKET_INTERVAL / this.period)),
    );
    return this.#samples.length >= full ? this.#pack() : null;
  }

  #sameAims(): boolean {
    const { aims } = this.therapy.regulator;
    for (let zone = 0; zone < aims.length; zone++) if (aims[zone] !== this.#aims[zone]) return false;
    return true;
  }

  #sample(): Sample {
    const { sensors, regulator } = this.therapy;
    const pressures: (Mmhg | null)[] = [];
    const valves: Valves[] = [];
    for (let zone = 0; zone < regulator.aims.length; zone++) {
      pressures.push(sensors.measured(zone));
      valves.push({ fill: regulator.fill[zone] === 1, vent: regulator.vent[zone] === 1 });
    }
    return { pressures, valves };
  }

  #pack(): Uint8Array<ArrayBuffer> {
    this.#counter = nextCounter(this.#counter);
    const samples = this.#samples;
    this.#samples = [];
    return encodeTelemetry({
      counter: this.#counter,
      clock: milliseconds(onTheWire(this.#firstAt)),
      pump: Math.round(this.therapy.regulator.drive * 100),
      targets: targetsOf(this.#aims),
      samples,
    });
  }
}
