/** Ways to write a characteristic, and the urgent write that survives a lost connection. */

import type { Milliseconds } from '../../firmware-protocol/quantities.ts';
import type { Clock } from '../clock/clock.ts';
import { retryingWhileBusy } from './deadline.ts';
import type { Characteristics } from './discovery.ts';
import type { Way } from './operation-queue.ts';
import { missing, type Reply, success } from './reply.ts';

type Characteristic = BluetoothRemoteGATTCharacteristic;
export type HowToWrite = 'withResponse' | 'withoutResponse';

const withResponse = (characteristic: Characteristic, value: Uint8Array<ArrayBuffer>): Way<void> => ({
  answered: true,
  start: () => characteristic.writeValueWithResponse(value),
});
const withoutResponse = (characteristic: Characteristic, value: Uint8Array<ArrayBuffer>): Way<void> => ({
  answered: false,
  start: () => characteristic.writeValueWithoutResponse(value),
});

export const wayToWrite = (
  characteristic: Characteristic,
  value: Uint8Array<ArrayBuffer>,
  how: HowToWrite,
): Way<void> => (how === 'withResponse' ? withResponse : withoutResponse)(characteristic, value);

/**
 * The ways to write that the characteristic permits, with response first. A link that refuses a write with response may still carry one
 * without.
 */
const everyWayToWrite = (characteristic: Characteristic, value: Uint8Array<ArrayBuffer>): Way<void>[] => [
  ...(characteristic.properties.write ? [withResponse(characteristic, value)] : []),
  ...(characteristic.properties.writeWithoutResponse ? [withoutResponse(characteristic, value)] : []),
];

/** The latest urgent write, kept until the peripheral has acknowledged it or the link is ended on purpose. */
export class UrgentWrite {
  #pending: { readonly uuid: string; readonly value: Uint8Array<ArrayBuffer> } | null = null;

  get isPending(): boolean {
    return this.#pending !== null;
  }

  keep(uuid: string, value: Uint8Array<ArrayBuffer>): void {
    this.#pending = { uuid, value };
  }

  forget(): void {
    this.#pending = null;
  }

  ways(characteristic: Characteristic, value: Uint8Array<ArrayBuffer>): readonly Way<void>[] {
    return everyWayToWrite(characteristic, value).map(({ start, answered }) => ({
      answered,
      start: async () => {
        await start();
        if (answered && this.#pending?.value === value) this.#pending = null;
      },
    }));
  }

  /** Writes the pending value, if there is one, on a connection that is being set up. */
  async writeOn(
    characteristics: Characteristics,
    clock: Clock,
    deadline: Milliseconds,
  ): Promise<Reply<void>> {
    if (!this.#pending) return success(undefined);
    const { uuid, value } = this.#pending;
    const characteristic = characteristics.get(uuid);
    let reply: Reply<void> = missing(uuid);
    for (const { start } of characteristic ? this.ways(characteristic, value) : []) {
      reply = await retryingWhileBusy(clock, deadline, start);
      if (reply.ok || reply.failure.kind === 'timedOut') return reply;
    }
    return reply;
  }
}
