/** Boots behind a simulated radio, over a link with the smallest payload. Notes the times of their traffic while a session begins. */

import type { BootsKind } from '../../../firmware-protocol/feature.ts';
import { uuids } from '../../../firmware-protocol/profile.ts';
import { systemClock } from '../../../src/clock/system-clock.ts';
import { SimulatedBoots } from '../../../src/simulator/simulated-boots.ts';
import { wrapped } from '../../../src/simulator/wrapped.ts';
import type { Air } from '../../browser/bluez/on-the-air.ts';
import { noQuirks } from '../../browser/bluez/quirks.ts';

/** Payload of the link, bytes. The smallest that the protocol permits, because a timeline then needs the most writes. */
const PAYLOAD = 61;
const STOP = 0x01;

export class LoadedBoots {
  readonly name: string;
  /** When the last frame of each kind was seen, ms on this process's performance.now(). */
  lastTelemetry = Number.NEGATIVE_INFINITY;
  lastTimeline = Number.NEGATIVE_INFINITY;
  /** When the trial's first timeline write and first Stop were seen; null until then. */
  firstTimeline: number | null = null;
  stopped: number | null = null;
  readonly #boots: SimulatedBoots;

  constructor(air: Air, kind: BootsKind) {
    this.#boots = new SimulatedBoots({
      clock: systemClock,
      seed: 1,
      zones: 5,
      kind,
      firmware: { name: `Loaded ${kind}` },
    });
    this.name = this.#boots.peripheral.name;
    const observer = {
      sent: (characteristic: string) => {
        if (characteristic === uuids.telemetry) this.lastTelemetry = performance.now();
      },
      written: (characteristic: string, value: Uint8Array) => this.#written(characteristic, value),
    };
    // No quirks of a stock bluetoothd, because the bare page of bare-round-trips.ts does not handle them.
    air.add(wrapped(this.#boots.peripheral, observer), { payload: PAYLOAD, quirks: noQuirks });
    this.#boots.start();
  }

  beginTrial(): void {
    this.firstTimeline = null;
    this.stopped = null;
  }

  end(): void {
    this.#boots.stop();
  }

  #written(characteristic: string, value: Uint8Array): void {
    if (characteristic === uuids.timeline) {
      this.lastTimeline = performance.now();
      this.firstTimeline ??= this.lastTimeline;
    }
    if (characteristic === uuids.controlPoint && value[0] === STOP) this.stopped ??= performance.now();
  }
}
