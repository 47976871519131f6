/** What a page does to get to a PracticePeripheral, by the standard alone. */

import { demand } from './demand.ts';
import { practice } from './practice-peripheral.ts';

export const options: RequestDeviceOptions = {
  filters: [{ services: [practice.service] }],
  optionalServices: [practice.battery, practice.heartRate],
};

export interface Practice {
  readonly device: BluetoothDevice;
  readonly server: BluetoothRemoteGATTServer;
  readonly service: BluetoothRemoteGATTService;
  readonly get: (uuid: string) => Promise<BluetoothRemoteGATTCharacteristic>;
}

/** Lets so many milliseconds pass, by the time the implementation under test lives in. */
export type Wait = (duration: number) => Promise<void>;

/** What is not found, or not connected, right after connect() is looked for again this often, ms, and so many times. */
const LOOK_AGAIN = 100;
const TRIES = 20;

async function connected(bluetooth: Bluetooth, wait: Wait): Promise<Practice> {
  const device = await bluetooth.requestDevice(options);
  return { device, ...(await reconnected(device, wait)) };
}

/** A browser leaves a link that it takes for none, and that link may be given again until it has ended, ms. */
const LINGERS = 2500;

const isPassing = (reason: unknown): boolean =>
  reason instanceof DOMException && (reason.name === 'NotFoundError' || reason.name === 'NetworkError');

/** As every page must: neither is for good that early. */
export async function reconnected(device: BluetoothDevice, wait: Wait): Promise<Omit<Practice, 'device'>> {
  const gatt = device.gatt;
  demand(gatt !== undefined, 'the device has no GATT server');
  let wasLeft = false;
  for (let tries = 1; ; tries++) {
    try {
      const server = await gatt.connect();
      const service = await server.getPrimaryService(practice.service);
      if (wasLeft) await wait(LINGERS);
      wasLeft = false;
      if (!server.connected) continue;
      return { server, service, get: (uuid) => characteristicOf(service, uuid) };
    } catch (reason) {
      if (tries === TRIES || !isPassing(reason)) throw reason;
      wasLeft ||= !gatt.connected;
      await wait(LOOK_AGAIN);
    }
  }
}

/** Every object that a page ever had of a characteristic: platforms that keep services tell of notifications at the first. */
const given = new Map<string, Set<BluetoothRemoteGATTCharacteristic>>();

async function characteristicOf(
  service: BluetoothRemoteGATTService,
  uuid: string,
): Promise<BluetoothRemoteGATTCharacteristic> {
  const characteristic = await service.getCharacteristic(uuid);
  given.set(uuid, (given.get(uuid) ?? new Set()).add(characteristic));
  return characteristic;
}

/** Collects the values of notifications until there are `count`, at whichever object of the characteristic they come. */
export function values(
  { uuid, service }: BluetoothRemoteGATTCharacteristic,
  count: number,
): Promise<DataView[]> {
  return new Promise((resolve) => {
    const heard: DataView[] = [];
    for (const characteristic of given.get(uuid) ?? []) {
      if (characteristic.service.device !== service.device) continue;
      characteristic.addEventListener('characteristicvaluechanged', () => {
        if (heard.length < count && characteristic.value) heard.push(characteristic.value);
        if (heard.length === count) resolve(heard);
      });
    }
  });
}

export const lost = (device: BluetoothDevice): Promise<boolean | undefined> =>
  new Promise((resolve) => {
    device.addEventListener('gattserverdisconnected', () => resolve(device.gatt?.connected), { once: true });
  });

/** Runs a clause on a connection and leaves no link behind. */
export const onConnection =
  (holds: (practice: Practice, wait: Wait) => Promise<void>) =>
  async (bluetooth: Bluetooth, wait: Wait): Promise<void> => {
    const made = await connected(bluetooth, wait);
    try {
      await holds(made, wait);
    } finally {
      made.device.gatt?.disconnect();
    }
  };
