/**
 * The open links. The boots always accept another one, so that anybody can stop them: if all are in use, they drop the
 * link that has been idle the longest.
 */

import { rules } from '../../../../firmware-protocol/limits.ts';
import { LARGEST_VALUE, SMALLEST_PAYLOAD, uuids } from '../../../../firmware-protocol/profile.ts';
import type { Central } from '../../peripheral.ts';

export interface OpenLink {
  readonly central: Central;
  readonly subscriptions: Set<string>;
  /** Time since the central last sent anything, ms. */
  idle: number;
  /** Record pieces that wait to be sent to the central. */
  records: Uint8Array<ArrayBuffer>[];
}

/** Largest value that one write or notification carries on the central's link, 61 to 512 bytes. */
export const payloadOf = (central: Central): number =>
  Math.min(LARGEST_VALUE, Math.max(SMALLEST_PAYLOAD, Math.floor(central.payload)));

export class Links {
  readonly #open = new Set<OpenLink>();

  /** @param mostLinks number of links that can be open at a time */
  constructor(private readonly mostLinks: number) {}

  get count(): number {
    return this.#open.size;
  }

  /** Opens a link. If all are in use, drops the one that has been idle the longest. */
  add(central: Central): OpenLink {
    const silent = [...this.#open].sort((a, b) => b.idle - a.idle)[0];
    if (silent && this.#open.size >= this.mostLinks) this.#drop(silent);
    const link = { central, subscriptions: new Set<string>(), idle: 0, records: [] };
    this.#open.add(link);
    return link;
  }

  remove(link: OpenLink): void {
    this.#open.delete(link);
  }

  isOpen(link: OpenLink): boolean {
    return this.#open.has(link);
  }

  /** Notifies every subscribed central whose link can carry the whole value. */
  notify(characteristic: string, value: Uint8Array<ArrayBuffer>): void {
    for (const link of this.#open) {
      if (!link.subscriptions.has(characteristic) || value.length > link.central.payload) continue;
      link.central.notify(characteristic, value.slice());
    }
  }

  /**
   * Smallest payload among the links that subscribe to a characteristic and carry at least `least` bytes, in bytes;
   * null if there is no such link. A link that carries less gets nothing, so it does not make packets shorter for the
   * others.
   */
  narrowest(characteristic: string, least: number): number | null {
    let narrowest: number | null = null;
    for (const { central, subscriptions } of this.#open) {
      if (!subscriptions.has(characteristic) || central.payload < least) continue;
      narrowest = Math.min(narrowest ?? LARGEST_VALUE, Math.floor(central.payload));
    }
    return narrowest;
  }

  /** Sends each central the next piece of the records that it asked for; skips a piece that its link cannot carry. */
  sendRecords(): void {
    for (const { central, records } of this.#open) {
      const next = records.shift();
      if (next && next.length <= central.payload) central.notify(uuids.record, next);
    }
  }

  /** Discards all record pieces that wait to be sent. */
  withdrawRecords(): void {
    for (const link of this.#open) link.records = [];
  }

  /** Drops links that have been idle for too long. @param dt ms */
  tick(dt: number): void {
    for (const link of this.#open) {
      link.idle += dt;
      if (link.idle > rules.idleLink * 1000) this.#drop(link);
    }
  }

  dropAll(): void {
    for (const link of [...this.#open]) this.#drop(link);
  }

  #drop(link: OpenLink): void {
    this.#open.delete(link);
    link.central.drop();
  }
}
