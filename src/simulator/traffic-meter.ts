/**
 * Counts the bytes of the values that centrals and a peripheral exchange, with their ATT and L2CAP headers (Bluetooth
 * Core, Vol 3, Part F 3.4 and Part A 3.1), but not those of discovery. The meter wraps a peripheral and is one itself.
 */

import { viewOf } from '../../firmware-protocol/layout/frame.ts';
import { uuids } from '../../firmware-protocol/profile.ts';
import { statusLayout } from '../../firmware-protocol/status.ts';
import { keyframesIn } from '../../firmware-protocol/timeline.ts';
import type { Central, Peripheral, PeripheralLink } from './peripheral.ts';

const L2CAP_BYTES = 4;
/** Op code (1) and handle (2). */
const ATT_HEADER_BYTES = 3;
const ATT_OPCODE_BYTES = 1;

const cyclesField = statusLayout.places.find(({ name }) => name === 'cycles');

export class TrafficMeter implements Peripheral {
  /** Bytes from central to peripheral. */
  down = 0;
  /** Bytes from peripheral to central. */
  up = 0;
  /** Number of keyframes written to the Timeline, whether or not the boots accepted them. */
  keyframes = 0;
  /** Number of cycles begun in the current or last session, according to the last status notification. */
  cycles = 0;

  constructor(readonly inner: Peripheral) {}

  get name() {
    return this.inner.name;
  }
  get services() {
    return this.inner.services;
  }

  open(central: Central): PeripheralLink | null {
    const indicated = new Set(
      this.services.flatMap(({ characteristics }) =>
        characteristics.filter(({ properties }) => properties.includes('indicate')).map(({ uuid }) => uuid),
      ),
    );
    const link = this.inner.open({
      payload: central.payload,
      drop: () => central.drop(),
      notify: (characteristic, value) => {
        this.up += L2CAP_BYTES + ATT_HEADER_BYTES + value.length;
        if (indicated.has(characteristic)) this.down += L2CAP_BYTES + ATT_OPCODE_BYTES;
        if (characteristic === uuids.status) this.cycles = cyclesIn(value);
        central.notify(characteristic, value);
      },
    });
    if (!link) return null;
    return {
      read: (characteristic) => {
        const value = link.read(characteristic);
        this.down += L2CAP_BYTES + ATT_HEADER_BYTES;
        this.up += L2CAP_BYTES + ATT_OPCODE_BYTES + value.length;
        return value;
      },
      write: (characteristic, value, withResponse) => {
        this.down += L2CAP_BYTES + ATT_HEADER_BYTES + value.length;
        if (withResponse) this.up += L2CAP_BYTES + ATT_OPCODE_BYTES;
        if (characteristic === uuids.timeline) this.keyframes += keyframesIn(value);
        link.write(characteristic, value, withResponse);
      },
      subscribe: (characteristic, wanted) => {
        this.down += L2CAP_BYTES + ATT_HEADER_BYTES + 2;
        this.up += L2CAP_BYTES + ATT_OPCODE_BYTES;
        link.subscribe(characteristic, wanted);
      },
      close: () => link.close(),
    };
  }
}

/** Reads that field alone, because decoding the whole of each status takes longer. */
const cyclesIn = (value: Uint8Array): number =>
  Number(cyclesField?.field.read(viewOf(value), cyclesField.offset));
