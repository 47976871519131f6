/**
 * A write with response. A value longer than one write carries goes in parts, one request each, which a last exchange
 * executes together.
 */

import type { PeripheralLink } from '../peripheral.ts';

/** Op code (1) and attribute handle (2). */
export const ATT_HEADER_BYTES = 3;
/** Op code (1), handle (2) and offset (2), in each request for a part of a long read or write. */
export const ATT_LONG_HEADER_BYTES = 5;

export class AcknowledgedWrite {
  /** Bytes of the value in each part; the last part may carry fewer. */
  readonly #part: number;
  /** Number of parts; 0 = the value goes whole, in one write. */
  readonly #parts: number;

  /** @param payload largest value that one write carries, bytes */
  constructor(
    private readonly characteristic: string,
    private readonly value: Uint8Array<ArrayBuffer>,
    payload: number,
  ) {
    this.#part = payload + ATT_HEADER_BYTES - ATT_LONG_HEADER_BYTES;
    this.#parts = value.length <= payload ? 0 : Math.ceil(value.length / this.#part);
  }

  get exchanges(): number {
    return this.#parts + 1;
  }

  /** @param left number of parts to come, this one included */
  readonly prepare = (far: PeripheralLink, left: number): void => {
    const offset = (this.#parts - left) * this.#part;
    far.prepare?.(this.characteristic, offset, this.value.slice(offset, offset + this.#part));
  };

  /** The last exchange. A peripheral that executes no prepared parts gets the whole value as one write. The answer is empty. */
  readonly finish = (far: PeripheralLink): Uint8Array<ArrayBuffer> => {
    if (this.#parts > 0 && far.execute) far.execute();
    else far.write(this.characteristic, this.value, true);
    return new Uint8Array(0);
  };
}
