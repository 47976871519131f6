/** Records what goes over the air: the number of bytes in each direction with headers, and each write with its time. */

/** Header of an L2CAP basic frame, bytes: length and channel (Core specification, Vol 3 Part A 3.1). */
const L2CAP_HEADER = 4;
/** Length of an ATT op code, and of an op code with an attribute handle, bytes (Vol 3 Part F 3.4). */
const OPCODE_LENGTH = 1;
const OPCODE_AND_HANDLE = 3;
const OFFSET = 2;

export interface Write {
  /** When the peripheral received the write, milliseconds of this process's performance.now(). */
  readonly at: number;
  readonly characteristic: string;
  readonly value: Uint8Array;
  readonly withResponse: boolean;
}

export class AirLog {
  /** Bytes from page to peripheral, with ATT and L2CAP headers. */
  down = 0;
  /** Bytes from peripheral to page, with ATT and L2CAP headers. */
  up = 0;
  readonly writes: Write[] = [];

  read(value: Uint8Array): void {
    this.down += L2CAP_HEADER + OPCODE_AND_HANDLE;
    this.up += L2CAP_HEADER + OPCODE_LENGTH + value.length;
  }

  /**
   * @param payload bytes that one write can carry. A longer value goes in parts, and the peripheral sends each
   * part back.
   */
  write(characteristic: string, value: Uint8Array, withResponse: boolean, payload: number): void {
    this.writes.push({ at: performance.now(), characteristic, value, withResponse });
    if (value.length <= payload) {
      this.down += L2CAP_HEADER + OPCODE_AND_HANDLE + value.length;
      if (withResponse) this.up += L2CAP_HEADER + OPCODE_LENGTH;
      return;
    }
    const parts = Math.ceil(value.length / (payload - OFFSET));
    const prepared = parts * (L2CAP_HEADER + OPCODE_AND_HANDLE + OFFSET) + value.length;
    this.down += prepared + L2CAP_HEADER + OPCODE_LENGTH + 1;
    this.up += prepared + L2CAP_HEADER + OPCODE_LENGTH;
  }

  /** Counts the two-byte write to the client characteristic configuration, and its response. */
  subscribe(): void {
    this.down += L2CAP_HEADER + OPCODE_AND_HANDLE + 2;
    this.up += L2CAP_HEADER + OPCODE_LENGTH;
  }

  notify(value: Uint8Array, confirmed: boolean): void {
    this.up += L2CAP_HEADER + OPCODE_AND_HANDLE + value.length;
    if (confirmed) this.down += L2CAP_HEADER + OPCODE_LENGTH;
  }

  reset(): void {
    this.down = 0;
    this.up = 0;
    this.writes.length = 0;
  }
}
