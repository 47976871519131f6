/**
 * Counts the bytes exchanged between a central and a peripheral: values with their ATT and L2CAP headers
 * (Bluetooth Core, Vol 3, Part F 3.4 and Part A 3.1). Wraps a peripheral and acts as one.
 */

import { viewOf } from '../../firmware-protocol/layout/frame.ts';
import { uuids } from '../../firmware-protocol/profile.ts';
import { statusLayout } from '../../firmware-protocol/status.ts';
import { keyframesIn } from '../../firmware-protocol/timeline.ts';
import type { Central, Peripheral, PeripheralLink } from './peripheral.ts';

/** Basic L2CAP header, bytes. */
const L2CAP = 4;
/** Op code and handle, bytes. */
const ATT = 3;
const OP_ONLY = 1;

const cycles = statusLayout.places.find(({ name }) => name === 'cycles');

export class TrafficMeter implements Peripheral {
  /** Central to peripheral, bytes. */
  down = 0;
  /** Peripheral to central, bytes. */
  up = 0;
  /** Keyframes written to the timeline. */
  keyframes = 0;
  /** Cycles begun in this session, as last notified. */
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
        this.up += L2CAP + ATT + value.length;
        if (indicated.has(characteristic)) this.down += L2CAP + OP_ONLY;
        if (characteristic === uuids.status) this.cycles = cyclesIn(value);
        central.notify(characteristic, value);
      },
    });
    if (!link) return null;
    return {
      read: (characteristic) => {
        const value = link.read(characteristic);
        this.down += L2CAP + ATT;
        this.up += L2CAP + OP_ONLY + value.length;
        return value;
      },
      write: (characteristic, value, withResponse) => {
        this.down += L2CAP + ATT + value.length;
        if (withResponse) this.up += L2CAP + OP_ONLY;
        if (characteristic === uuids.timeline) this.keyframes += keyframesIn(value);
        link.write(characteristic, value, withResponse);
      },
      subscribe: (characteristic, wanted) => {
        this.down += L2CAP + ATT + 2;
        this.up += L2CAP + OP_ONLY;
        link.subscribe(characteristic, wanted);
      },
      close: () => link.close(),
    };
  }
}

/** Reads that one field: to decode each status for it would take longer than the rest of the meter. */
const cyclesIn = (value: Uint8Array): number => Number(cycles?.field.read(viewOf(value), cycles.offset));
