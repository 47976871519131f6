/** Boots on the air on the smallest permitted link, and their traffic while a session begins. */

import { uuids } from '../../../firmware-protocol/profile.ts';
import { systemClock } from '../../../src/clock/system-clock.ts';
import { SimulatedBoots } from '../../../src/simulator/simulated-boots.ts';
import type { Air } from '../../browser/bluez/on-the-air.ts';
import { noQuirks } from '../../browser/bluez/quirks.ts';
import { watched } from '../watched-peripheral.ts';

/** The smallest payload needs the most writes: four keyframes each. */
const PAYLOAD = 61;
const STOP = 0x01;

export class LoadedBoots {
  readonly name: string;
  /** When each was last seen, ms on this process's performance.now(). */
  lastTelemetry = Number.NEGATIVE_INFINITY;
  lastTimeline = Number.NEGATIVE_INFINITY;
  /** First timeline write of this trial; null until then. */
  firstTimeline: number | null = null;
  stopped: number | null = null;
  readonly #boots: SimulatedBoots;

  constructor(air: Air) {
    this.#boots = new SimulatedBoots({ clock: systemClock, seed: 1, zones: 5 });
    this.name = this.#boots.peripheral.name;
    const watcher = {
      notified: (characteristic: string) => {
        if (characteristic === uuids.telemetry) this.lastTelemetry = performance.now();
      },
      written: (characteristic: string, value: Uint8Array) => this.#written(characteristic, value),
    };
    // The bare page, a second client beside the controller, does not handle the quirks of a stock bluetoothd.
    air.add(watched(this.#boots.peripheral, watcher), { payload: PAYLOAD, quirks: noQuirks });
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
