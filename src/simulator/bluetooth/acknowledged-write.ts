/** A write with response: in one exchange, or in parts that are prepared one by one and then executed together. */

import type { PeripheralLink } from '../peripheral.ts';

/** Op code and attribute handle. */
export const ATT_HEADER_BYTES = 3;
/** Op code, handle and offset, in each part of a long read or write. */
export const ATT_LONG_HEADER_BYTES = 5;

export class AcknowledgedWrite {
  /** Bytes of a part. */
  readonly #part: number;
  /** Number of parts; 0 = the value goes whole. */
  readonly #parts: number;

  /** @param payload largest value that one write carries */
  constructor(
    private readonly characteristic: string,
    private readonly value: Uint8Array<ArrayBuffer>,
    payload: number,
  ) {
    this.#part = payload + ATT_HEADER_BYTES - ATT_LONG_HEADER_BYTES;
    this.#parts = value.length <= payload ? 0 : Math.ceil(value.length / this.#part);
  }

  /** Number of request-response pairs. */
  get exchanges(): number {
    return this.#parts + 1;
  }

  /** @param left number of parts to come, this one included */
  readonly prepare = (far: PeripheralLink, left: number): void => {
    const offset = (this.#parts - left) * this.#part;
    far.prepare?.(this.characteristic, offset, this.value.slice(offset, offset + this.#part));
  };

  /** The last exchange. Its answer is empty. */
  readonly finish = (far: PeripheralLink): Uint8Array<ArrayBuffer> => {
    if (this.#parts > 0 && far.execute) far.execute();
    else far.write(this.characteristic, this.value, true);
    return new Uint8Array(0);
  };
}
