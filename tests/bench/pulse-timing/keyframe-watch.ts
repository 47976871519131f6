/**
 * Observes when keyframes come into force. It collects the keyframes written to the timeline. Each time the boots' main loop has run, it
 * compares them with the playhead and the number of held keyframes in the boots' status.
 */

import type { Keyframe } from '../../../firmware-protocol/keyframe.ts';
import { uuids } from '../../../firmware-protocol/profile.ts';
import { decodeStatus, type Status } from '../../../firmware-protocol/status.ts';
import { decodeBatch } from '../../../firmware-protocol/timeline.ts';
import type { SimulatedBoots } from '../../../src/simulator/simulated-boots.ts';
import type { AirLog } from '../../browser/bluez/air-log.ts';
import type { InForce } from './lateness.ts';

export class KeyframeWatch {
  /**
   * The keyframes seen in force. Their lateness has two parts: how far the playhead was past the keyframe's time, and how late the main
   * loop ran by the machine's clock.
   */
  readonly inForce: InForce[] = [];
  /** The longest time from the playhead to the last keyframe held, ms, while the boots were running. */
  longestLead = 0;
  readonly #boots: SimulatedBoots;
  readonly #bootedAt: number;
  readonly #log: Pick<AirLog, 'writes'>;
  readonly #now: () => number;
  readonly #ask: () => Status;
  #held: readonly Keyframe[] = [];
  #writes = 0;
  #batches = 0;

  /**
   * @param log the log of writes over the radio, begun before the first batch
   * @param now the machine's clock, ms. The boots' time starts right after this call.
   */
  constructor(boots: SimulatedBoots, log: Pick<AirLog, 'writes'>, now = () => performance.now()) {
    this.#boots = boots;
    this.#now = now;
    this.#bootedAt = now();
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
      // Boots drop the keyframes they hold when they stop.
      if (status.endReason !== 'none') this.#held = [];
      return;
    }
    const played = this.#held.length - status.held;
    const seen = this.#now();
    const turn = seen - (this.#bootedAt + this.#boots.time * 1000);
    for (const { at } of this.#held.slice(0, Math.max(0, played))) {
      this.inForce.push({ seen, late: Math.max(0, status.playhead - at) + Math.max(0, turn) });
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
