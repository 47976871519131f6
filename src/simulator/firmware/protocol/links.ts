/**
 * The open links. The boots always accept another one, so that anybody can stop them; the idlest is dropped
 * for it.
 */

import { rules } from '../../../../firmware-protocol/limits.ts';
import { LARGEST_VALUE, SMALLEST_PAYLOAD, uuids } from '../../../../firmware-protocol/profile.ts';
import type { Central } from '../../peripheral.ts';

export interface OpenLink {
  readonly central: Central;
  readonly wanted: Set<string>;
  /** ms since the central last sent anything. */
  idle: number;
  /** Pieces of records that it still gets. */
  records: Uint8Array<ArrayBuffer>[];
}

/** Largest value on this link, bytes. */
export const payloadOf = (central: Central): number =>
  Math.min(LARGEST_VALUE, Math.max(SMALLEST_PAYLOAD, Math.floor(central.payload)));

export class Links {
  readonly #open = new Set<OpenLink>();

  /** @param most simultaneous links */
  constructor(private readonly most: number) {}

  get count(): number {
    return this.#open.size;
  }

  /** If all links are taken, drops the one that has been idle the longest. */
  add(central: Central): OpenLink {
    const silent = [...this.#open].sort((a, b) => b.idle - a.idle)[0];
    if (silent && this.#open.size >= this.most) this.#drop(silent);
    const link = { central, wanted: new Set<string>(), idle: 0, records: [] };
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
      if (!link.wanted.has(characteristic) || value.length > link.central.payload) continue;
      link.central.notify(characteristic, value.slice());
    }
  }

  /**
   * Payload of the narrowest link that subscribes to a characteristic and carries `least` bytes; null if none
   * does. A link that carries less gets nothing, and so shortens nothing for the others.
   */
  narrowest(characteristic: string, least: number): number | null {
    let narrowest: number | null = null;
    for (const { central, wanted } of this.#open) {
      if (!wanted.has(characteristic) || central.payload < least) continue;
      narrowest = Math.min(narrowest ?? LARGEST_VALUE, Math.floor(central.payload));
    }
    return narrowest;
  }

  /** Sends each central the next piece of the records that it asked for. */
  sendRecords(): void {
    for (const { central, records } of this.#open) {
      const next = records.shift();
      if (next && next.length <= central.payload) central.notify(uuids.record, next);
    }
  }

  /** What is not sent yet of records is not sent any more. */
  withdrawRecords(): void {
    for (const link of this.#open) link.records = [];
  }

  /** @param dt ms */
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
