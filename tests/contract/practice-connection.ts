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

async function connected(bluetooth: Bluetooth): Promise<Practice> {
  const device = await bluetooth.requestDevice(options);
  return { device, ...(await reconnected(device)) };
}

export async function reconnected(device: BluetoothDevice): Promise<Omit<Practice, 'device'>> {
  const gatt = device.gatt;
  demand(gatt !== undefined, 'the device has no GATT server');
  const server = await gatt.connect();
  const service = await server.getPrimaryService(practice.service);
  return { server, service, get: (uuid) => service.getCharacteristic(uuid) };
}

/** Collects the values of notifications until there are `count`. */
export function values(
  characteristic: BluetoothRemoteGATTCharacteristic,
  count: number,
): Promise<DataView[]> {
  return new Promise((resolve) => {
    const heard: DataView[] = [];
    characteristic.addEventListener('characteristicvaluechanged', function listen() {
      if (characteristic.value) heard.push(characteristic.value);
      if (heard.length < count) return;
      characteristic.removeEventListener('characteristicvaluechanged', listen);
      resolve(heard);
    });
  });
}

export const lost = (device: BluetoothDevice): Promise<boolean | undefined> =>
  new Promise((resolve) => {
    device.addEventListener('gattserverdisconnected', () => resolve(device.gatt?.connected), { once: true });
  });

/** Runs a clause on a connection and leaves no link behind. */
export const onConnection =
  (holds: (practice: Practice) => Promise<void>) =>
  async (bluetooth: Bluetooth): Promise<void> => {
    const made = await connected(bluetooth);
    try {
      await holds(made);
    } finally {
      made.device.gatt?.disconnect();
    }
  };
