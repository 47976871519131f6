/** Connects to a PracticePeripheral as a page does, through the Web Bluetooth standard alone. */

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

export type Wait = (duration: number) => Promise<void>;

/** An attempt to connect may fail for a passing reason. Pause before the next attempt, ms, and the most attempts. */
const RETRY_INTERVAL = 100;
const MOST_TRIES = 20;

async function connected(bluetooth: Bluetooth, wait: Wait): Promise<Practice> {
  const device = await bluetooth.requestDevice(options);
  return { device, ...(await reconnected(device, wait)) };
}

/**
 * After a link is left, the browser may for a while return the old link for a new connect(). How long to wait before a link is trusted,
 * ms.
 */
const LINGER_TIME = 2500;

const isPassing = (reason: unknown): boolean =>
  reason instanceof DOMException && (reason.name === 'NotFoundError' || reason.name === 'NetworkError');

/** Connects, and tries again after a failure for a passing reason. */
export async function reconnected(device: BluetoothDevice, wait: Wait): Promise<Omit<Practice, 'device'>> {
  const gatt = device.gatt;
  demand(gatt !== undefined, 'the device has no GATT server');
  let wasLeft = false;
  for (let tries = 1; ; tries++) {
    try {
      const server = await gatt.connect();
      const service = await server.getPrimaryService(practice.service);
      if (wasLeft) await wait(LINGER_TIME);
      wasLeft = false;
      if (!server.connected) continue;
      return { server, service, get: (uuid) => characteristicOf(service, uuid) };
    } catch (reason) {
      if (tries === MOST_TRIES || !isPassing(reason)) throw reason;
      wasLeft ||= !gatt.connected;
      await wait(RETRY_INTERVAL);
    }
  }
}

/**
 * Each object that the page has got for a characteristic, by UUID. On platforms that cache services, notifications arrive at the first
 * object.
 */
const given = new Map<string, Set<BluetoothRemoteGATTCharacteristic>>();

async function characteristicOf(
  service: BluetoothRemoteGATTService,
  uuid: string,
): Promise<BluetoothRemoteGATTCharacteristic> {
  const characteristic = await service.getCharacteristic(uuid);
  given.set(uuid, (given.get(uuid) ?? new Set()).add(characteristic));
  return characteristic;
}

/** Collects `count` notification values, through whichever object of the characteristic they arrive. */
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

/** Runs a clause on a new connection, and disconnects afterwards. */
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
