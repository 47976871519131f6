/**
 * The open links. If all are in use, the boots drop the link that has been idle the longest to accept another one, so
 * that anybody can stop the boots.
 */

import { rules } from '../../../../firmware-protocol/limits.ts';
import { LARGEST_VALUE, SMALLEST_PAYLOAD, uuids } from '../../../../firmware-protocol/profile.ts';
import type { Central } from '../../peripheral.ts';

export interface OpenLink {
  readonly central: Central;
  readonly subscriptions: Set<string>;
  /** Time since the central last sent anything, or since it connected, ms. */
  idle: number;
  /** Answers that wait to be sent, each until the central has confirmed the answer before it. */
  answers: Uint8Array<ArrayBuffer>[];
  isUnconfirmed: boolean;
  prepared: PreparedPart[];
  records: Uint8Array<ArrayBuffer>[];
}

export interface PreparedPart {
  readonly characteristic: string;
  readonly offset: number;
  readonly part: Uint8Array;
}

/** Most answers that wait for their turn on a link (PROTOCOL.md, CMD-7). */
const MOST_ANSWERS = 4;

/** The central's payload within the bounds of the protocol, bytes: at least 61, at most 512. */
export const payloadOf = (central: Central): number =>
  Math.min(LARGEST_VALUE, Math.max(SMALLEST_PAYLOAD, Math.floor(central.payload)));

export class Links {
  readonly #open = new Set<OpenLink>();

  constructor(private readonly mostLinks: number) {}

  get count(): number {
    return this.#open.size;
  }

  add(central: Central): OpenLink {
    const silent = [...this.#open].sort((a, b) => b.idle - a.idle)[0];
    if (silent && this.#open.size >= this.mostLinks) this.#drop(silent);
    const link: OpenLink = {
      ...{ central, subscriptions: new Set(), idle: 0 },
      ...{ answers: [], isUnconfirmed: false, prepared: [], records: [] },
    };
    this.#open.add(link);
    return link;
  }

  remove(link: OpenLink): void {
    this.#open.delete(link);
  }

  isOpen(link: OpenLink): boolean {
    return this.#open.has(link);
  }

  /**
   * Sends an answer to the central, or keeps it until the answer before it is confirmed. If `MOST_ANSWERS` wait
   * already, this answer is lost, except that an answer to a Stop replaces the last one that waits.
   */
  answer(link: OpenLink, answer: Uint8Array<ArrayBuffer>, isToStop: boolean): void {
    if (!link.isUnconfirmed) this.#indicate(link, answer);
    else if (link.answers.length < MOST_ANSWERS) link.answers.push(answer);
    else if (isToStop) link.answers[MOST_ANSWERS - 1] = answer;
  }

  #indicate(link: OpenLink, answer: Uint8Array<ArrayBuffer>): void {
    const { central } = link;
    if (central.indicate === undefined) {
      central.notify(uuids.controlPoint, answer);
      return;
    }
    link.isUnconfirmed = true;
    central.indicate(uuids.controlPoint, answer, () => {
      link.isUnconfirmed = false;
      const next = link.answers.shift();
      if (next && this.isOpen(link)) this.#indicate(link, next);
    });
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
   * null = there is no such link. A link that carries less gets no packets, so it must not make them shorter for the
   * other links.
   */
  narrowest(characteristic: string, least: number): number | null {
    let narrowest: number | null = null;
    for (const { central, subscriptions } of this.#open) {
      if (!subscriptions.has(characteristic) || central.payload < least) continue;
      narrowest = Math.min(narrowest ?? LARGEST_VALUE, Math.floor(central.payload));
    }
    return narrowest;
  }

  /** Sends each central the next of its record pieces; drops a piece that the link cannot carry. */
  sendRecords(): void {
    for (const { central, records } of this.#open) {
      const next = records.shift();
      if (next && next.length <= central.payload) central.notify(uuids.record, next);
    }
  }

  withdrawRecords(): void {
    for (const link of this.#open) if (link.records.length > 0) link.records = [];
  }

  /** Drops links that have been idle for longer than `rules.idleLink`. @param dt ms */
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
