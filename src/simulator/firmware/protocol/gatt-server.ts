/** Serves the characteristics that centrals read, write and subscribe to (PROTOCOL.md 2). */

import { isStop } from '../../../../firmware-protocol/command.ts';
import { encodeFeature } from '../../../../firmware-protocol/feature.ts';
import {
  LARGEST_VALUE,
  PROTOCOL_MAJOR,
  PROTOCOL_MINOR,
  uuids,
} from '../../../../firmware-protocol/profile.ts';
import type { Central, PeripheralLink } from '../../peripheral.ts';
import type { OwnFeature } from '../firmware-options.ts';
import { Links, type OpenLink, type PreparedPart, payloadOf } from './links.ts';

export interface Attributes {
  readonly feature: OwnFeature;
  readStatus(): Uint8Array<ArrayBuffer>;
  /** The Battery Level characteristic, %, 0 to 100. */
  batteryLevel(): number;
  /** Takes a write to the Control Point. @returns the indication for the central that wrote; null = none */
  command(value: Uint8Array): Uint8Array<ArrayBuffer> | null;
  batch(value: Uint8Array): void;
}

const TEXT_VALUES = new Map<string, string>([
  [uuids.manufacturerName, 'Heartward'],
  [uuids.modelNumber, 'Simulated boots'],
  [uuids.firmwareRevision, `${PROTOCOL_MAJOR}.${PROTOCOL_MINOR}.0`],
]);

/** The value that the parts of a long write to this characteristic form together. */
function joined(parts: readonly PreparedPart[], characteristic: string): Uint8Array {
  const own = parts.filter((part) => part.characteristic === characteristic);
  const whole = new Uint8Array(
    Math.min(LARGEST_VALUE, Math.max(...own.map(({ offset, part }) => offset + part.length))),
  );
  for (const { offset, part } of own) whole.set(part.subarray(0, Math.max(0, whole.length - offset)), offset);
  return whole;
}

export class GattServer {
  readonly links: Links;
  /** The link of the central whose command is being executed; null = none. */
  #requester: OpenLink | null = null;

  constructor(
    private readonly attributes: Attributes,
    mostLinks: number,
  ) {
    this.links = new Links(mostLinks);
  }

  open(central: Central): PeripheralLink {
    const link = this.links.add(central);
    return {
      read: (characteristic) => {
        link.idle = 0;
        return this.#read(characteristic, link);
      },
      write: (characteristic, value) => {
        if (!this.links.isOpen(link)) return;
        link.idle = 0;
        this.#write(characteristic, value, link);
      },
      prepare: (characteristic, offset, part) => {
        if (!this.links.isOpen(link)) return;
        link.idle = 0;
        link.prepared.push({ characteristic, offset, part: part.slice() });
        // A Stop acts at once, before the rest of the long write arrives.
        if (characteristic === uuids.controlPoint && offset === 0 && isStop(part))
          this.#write(characteristic, part, link);
      },
      execute: () => {
        if (!this.links.isOpen(link)) return;
        link.idle = 0;
        const parts = link.prepared;
        link.prepared = [];
        for (const characteristic of new Set(parts.map((part) => part.characteristic)))
          this.#write(characteristic, joined(parts, characteristic), link);
      },
      subscribe: (characteristic, wanted) => {
        link.idle = 0;
        if (wanted) link.subscriptions.add(characteristic);
        else link.subscriptions.delete(characteristic);
      },
      close: () => this.links.remove(link),
    };
  }

  /**
   * Queues record pieces for the central whose command is being executed; they replace pieces that still wait for that
   * central. A central that has not subscribed to Record gets none.
   */
  sendRecords(pieces: readonly Uint8Array<ArrayBuffer>[]): void {
    if (this.#requester)
      this.#requester.records = this.#requester.subscriptions.has(uuids.record) ? [...pieces] : [];
  }

  #read(characteristic: string, { central }: OpenLink): Uint8Array<ArrayBuffer> {
    const { attributes } = this;
    const text = TEXT_VALUES.get(characteristic);
    if (text !== undefined) return new Uint8Array(new TextEncoder().encode(text));
    if (characteristic === uuids.feature) {
      return encodeFeature({ ...attributes.feature, largestWrite: payloadOf(central) });
    }
    if (characteristic === uuids.status) return attributes.readStatus();
    if (characteristic === uuids.batteryLevel) return Uint8Array.of(attributes.batteryLevel());
    return new Uint8Array();
  }

  #write(characteristic: string, value: Uint8Array, link: OpenLink): void {
    if (characteristic === uuids.timeline) this.attributes.batch(value);
    if (characteristic !== uuids.controlPoint) return;
    this.#requester = link;
    const response = this.attributes.command(value);
    this.#requester = null;
    if (response && link.subscriptions.has(uuids.controlPoint))
      this.links.answer(link, response.slice(), isStop(value));
  }
}
