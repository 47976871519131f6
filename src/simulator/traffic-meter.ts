/**
 * Counts the bytes of the values that centrals and a peripheral exchange, with their ATT and L2CAP headers (Bluetooth
 * Core, Vol 3, Part F 3.4 and Part A 3.1), but not those of discovery.
 */

import { viewOf } from '../../firmware-protocol/layout/frame.ts';
import { uuids } from '../../firmware-protocol/profile.ts';
import { statusLayout } from '../../firmware-protocol/status.ts';
import { keyframesIn } from '../../firmware-protocol/timeline.ts';
import type { Peripheral } from './peripheral.ts';
import { wrapped } from './wrapped.ts';

const L2CAP_BYTES = 4;
/** Op code (1) and handle (2). */
const ATT_HEADER_BYTES = 3;
/** Op code (1), handle (2) and offset (2), in each part of a long write and in its answer. */
const ATT_LONG_HEADER_BYTES = 5;
const ATT_OPCODE_BYTES = 1;
/** Op code (1) and flags (1). */
const ATT_EXECUTE_BYTES = 2;

const cyclesField = statusLayout.places.find(({ name }) => name === 'cycles');

export class TrafficMeter {
  /** The peripheral to put on the air instead of the metered one. */
  readonly peripheral: Peripheral;
  /** Bytes from central to peripheral. */
  down = 0;
  /** Bytes from peripheral to central. */
  up = 0;
  /** Number of keyframes written to the Timeline, whether or not the boots accepted them. */
  keyframes = 0;
  /** Number of cycles begun in the current or last session, according to the last status notification. */
  cycles = 0;

  constructor(inner: Peripheral) {
    const indicated = new Set(
      inner.services.flatMap(({ characteristics }) =>
        characteristics.filter(({ properties }) => properties.includes('indicate')).map(({ uuid }) => uuid),
      ),
    );
    this.peripheral = wrapped(inner, {
      read: (_, value) => this.#count(ATT_HEADER_BYTES, ATT_OPCODE_BYTES + value.length),
      written: (characteristic, value, withResponse) => {
        this.#count(ATT_HEADER_BYTES + value.length, withResponse ? ATT_OPCODE_BYTES : null);
        if (characteristic === uuids.timeline) this.keyframes += keyframesIn(value);
      },
      prepared: (_characteristic, _offset, { length }) =>
        this.#count(ATT_LONG_HEADER_BYTES + length, ATT_LONG_HEADER_BYTES + length),
      executed: () => this.#count(ATT_EXECUTE_BYTES, ATT_OPCODE_BYTES),
      subscribed: () => this.#count(ATT_HEADER_BYTES + 2, ATT_OPCODE_BYTES),
      sent: (characteristic, value) => {
        this.#count(indicated.has(characteristic) ? ATT_OPCODE_BYTES : null, ATT_HEADER_BYTES + value.length);
        if (characteristic === uuids.status) this.cycles = cyclesIn(value);
      },
    });
  }

  /** Counts one packet in each direction; null = there is none. */
  #count(down: number | null, up: number | null): void {
    if (down !== null) this.down += L2CAP_BYTES + down;
    if (up !== null) this.up += L2CAP_BYTES + up;
  }
}

/** Reads that field alone, because decoding the whole of each status takes longer. */
const cyclesIn = (value: Uint8Array): number =>
  Number(cyclesField?.field.read(viewOf(value), cyclesField.offset));
