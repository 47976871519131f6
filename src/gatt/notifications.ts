/**
 * Streams of the values that a peripheral sends by itself, across connections. The browser fires the same event for a value that was
 * read; the streams leave out that echo.
 */

import { type Observable, Subject } from 'rxjs';
import { DuplicateFilter, same } from './duplicate-filter.ts';
import { copyOf } from './known-device.ts';

interface Reading {
  readonly uuid: string;
  /** The values delivered during the read, perhaps with the echo of the read. */
  readonly held: Uint8Array[];
}

export class Notifications {
  readonly #streams: ReadonlyMap<string, Subject<Uint8Array>>;
  readonly #filters: ReadonlyMap<string, DuplicateFilter>;
  #reading: Reading | null = null;

  constructor(uuids: readonly string[]) {
    this.#streams = new Map(uuids.map((uuid) => [uuid, new Subject<Uint8Array>()]));
    this.#filters = new Map(uuids.map((uuid) => [uuid, new DuplicateFilter()]));
  }

  get uuids(): readonly string[] {
    return [...this.#streams.keys()];
  }

  /** Throws RangeError for a characteristic that has no stream. */
  of(uuid: string): Observable<Uint8Array> {
    const stream = this.#streams.get(uuid);
    if (!stream) throw new RangeError(`${uuid} is not among the characteristics listened to`);
    return stream.asObservable();
  }

  deliver(uuid: string, value: Uint8Array, source: object): void {
    if (this.#filters.get(uuid)?.isDuplicate(value, source)) return;
    if (this.#reading?.uuid === uuid) this.#reading.held.push(value);
    else this.#streams.get(uuid)?.next(value);
  }

  /**
   * The first value delivered during the read that equals what was read is taken for an echo, and does not enter the characteristic's
   * stream. The others enter the stream when the read has ended.
   */
  async read(characteristic: BluetoothRemoteGATTCharacteristic): Promise<Uint8Array> {
    const reading: Reading = { uuid: characteristic.uuid, held: [] };
    this.#reading = reading;
    let value: Uint8Array | null = null;
    try {
      value = copyOf(await characteristic.readValue());
      return value;
    } finally {
      if (this.#reading === reading) this.#release(reading, value);
    }
  }

  /** Call when the connection is over. Drops the values that a read holds back, and forgets which notifications came. */
  reset(): void {
    this.#reading = null;
    for (const filter of this.#filters.values()) filter.forget();
  }

  #release({ uuid, held }: Reading, value: Uint8Array | null): void {
    this.#reading = null;
    const echo = value ? held.findIndex((bytes) => same(bytes, value)) : -1;
    held.forEach((bytes, i) => {
      if (i !== echo) this.#streams.get(uuid)?.next(bytes);
    });
  }
}
