/**
 * Sees from outside when each keyframe comes in force: what was written to the timeline, and after each turn of the boots' main
 * loop what their own status says of the playhead and of how many keyframes they still hold.
 */

import type { Keyframe } from '../../../firmware-protocol/keyframe.ts';
import { uuids } from '../../../firmware-protocol/profile.ts';
import { decodeStatus, type Status } from '../../../firmware-protocol/status.ts';
import { decodeBatch } from '../../../firmware-protocol/timeline.ts';
import type { SimulatedBoots } from '../../../src/simulator/boots.ts';
import type { AirLog } from '../../browser/bluez/air-log.ts';

export interface InForce {
  /** When it was seen, ms on this process's performance.now(). */
  readonly seen: number;
  /** How far the playhead had gone past the keyframe's time, ms. */
  readonly late: number;
}

export class KeyframeWatch {
  readonly inForce: InForce[] = [];
  /** The furthest that the boots were ever fed ahead of their playhead, ms. */
  longestLead = 0;
  readonly #boots: SimulatedBoots;
  readonly #log: AirLog;
  readonly #ask: () => Status;
  #held: readonly Keyframe[] = [];
  #writes = 0;
  #batches = 0;

  /** @param log of the radio in front of the boots, from before the first batch on */
  constructor(boots: SimulatedBoots, log: AirLog) {
    this.#boots = boots;
    this.#log = log;
    const link = boots.peripheral.open({ payload: 244, notify: () => undefined, drop: () => undefined });
    if (!link) throw new Error('The boots take no second link.');
    this.#ask = () => {
      const decoded = decodeStatus(link.read(uuids.status));
      if (!decoded.ok) throw new Error(`The boots' status: ${decoded.refusal.message}`);
      return decoded.value;
    };
    boots.observe(() => this.#look());
  }

  get status(): Status {
    return this.#ask();
  }

  #look(): void {
    const status = this.#ask();
    for (; this.#writes < this.#log.writes.length; this.#writes++) this.#read(this.#writes, status);
    if (status.therapy === 'stopped') {
      // Stopping drops what is held.
      if (status.endReason !== 'none') this.#held = [];
      return;
    }
    const played = this.#held.length - status.held;
    for (const { at } of this.#held.slice(0, Math.max(0, played))) {
      this.inForce.push({ seen: performance.now(), late: Math.max(0, status.playhead - at) });
    }
    this.#held = this.#held.slice(Math.max(0, played));
    const last = this.#held.at(-1);
    if (last) this.longestLead = Math.max(this.longestLead, last.at - status.playhead);
  }

  #read(index: number, status: Status): void {
    const write = this.#log.writes[index];
    if (write?.characteristic !== uuids.timeline) return;
    const decoded = decodeBatch(write.value, this.#boots.plant.zones, true);
    if (!decoded.ok) return;
    const { number, replace, base, keyframes } = decoded.value;
    const taken = number > this.#batches && number < status.nextBatch;
    if (!taken) return;
    this.#batches = number;
    const kept = replace ? this.#held.filter(({ at }) => at < base) : this.#held;
    this.#held = [...kept, ...keyframes];
  }
}
