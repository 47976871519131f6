/** A peripheral for tests of Web Bluetooth. What it does is triggered by writing to it, so it works behind any radio. */

import type { ServiceProfile } from '../../firmware-protocol/profile.ts';
import type { Central, Peripheral, PeripheralLink } from '../../src/simulator/peripheral.ts';

const own = (short: string): string => `5e7d${short}-0c3b-4a53-9d0a-6a1f7c1b2e90`;
const sig = (short: string): string => `0000${short}-0000-1000-8000-00805f9b34fb`;

export const practice = {
  service: own('0001'),
  /** Holds the last value written. */
  store: own('0002'),
  /** Holds the first byte of each of the last 64 values written to `store`, oldest first. */
  journal: own('0003'),
  /** After a write, sends `80` and the bytes written, as an indication. */
  ask: own('0004'),
  /** After a write of the byte n, notifies n values of two bytes: 0, 1, … n-1, each followed by n. */
  count: own('0005'),
  /** Any write makes the peripheral end the link. */
  leave: own('0006'),
  /** A service that the peripheral has, and that the page requests as optional. */
  battery: sig('180f'),
  batteryLevel: sig('2a19'),
  /** A service that the peripheral has, but that the page does not request. */
  deviceInformation: sig('180a'),
  /** A service that the page requests, but that the peripheral does not have. */
  heartRate: sig('180d'),
} as const;

export const practiceProfile: readonly ServiceProfile[] = [
  {
    uuid: practice.service,
    characteristics: [
      { uuid: practice.store, properties: ['read', 'write', 'write-without-response'] },
      { uuid: practice.journal, properties: ['read'] },
      { uuid: practice.ask, properties: ['write', 'indicate'] },
      { uuid: practice.count, properties: ['read', 'write', 'write-without-response', 'notify'] },
      { uuid: practice.leave, properties: ['write', 'write-without-response'] },
    ],
  },
  {
    uuid: practice.battery,
    characteristics: [
      { uuid: practice.batteryLevel, properties: ['read'] },
      { uuid: sig('2a25'), properties: ['read'] },
    ],
  },
  { uuid: practice.deviceInformation, characteristics: [{ uuid: sig('2a29'), properties: ['read'] }] },
];

export class PracticePeripheral implements Peripheral {
  readonly name: string;
  readonly services: readonly ServiceProfile[];
  readonly written: Uint8Array[] = [];
  readonly links = new Set<Central>();

  constructor(name = 'Practice', services: readonly ServiceProfile[] = practiceProfile) {
    this.name = name;
    this.services = services;
  }

  open(central: Central): PeripheralLink {
    this.links.add(central);
    const wanted = new Set<string>();
    const send = (characteristic: string, bytes: readonly number[]): void => {
      if (wanted.has(characteristic)) central.notify(characteristic, Uint8Array.from(bytes));
    };
    return {
      read: (characteristic) => this.#read(characteristic),
      write: (characteristic, value) => {
        if (characteristic === practice.store) this.written.push(value.slice());
        if (characteristic === practice.ask) send(practice.ask, [0x80, ...value]);
        if (characteristic === practice.leave) central.drop();
        if (characteristic === practice.count) {
          const n = value[0] ?? 0;
          for (let i = 0; i < n; i++) send(practice.count, [i, n]);
        }
      },
      subscribe: (characteristic, on) => {
        if (on) wanted.add(characteristic);
        else wanted.delete(characteristic);
      },
      close: () => {
        this.links.delete(central);
      },
    };
  }

  #read(characteristic: string): Uint8Array<ArrayBuffer> {
    if (characteristic === practice.store) return Uint8Array.from(this.written.at(-1) ?? []);
    if (characteristic === practice.journal) {
      return Uint8Array.from(this.written.slice(-64).map((value) => value[0] ?? 0));
    }
    if (characteristic === practice.batteryLevel) return Uint8Array.of(87);
    return Uint8Array.of(0, 0);
  }
}
