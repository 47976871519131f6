/**
 * Simulated Bluetooth with one device, a PracticePeripheral, on a platform without quirks (lenientPlatform), and the Web Bluetooth
 * objects that a page would use.
 */

import { VirtualClock } from '../../../../src/clock/virtual-clock.ts';
import {
  SimulatedBluetooth,
  type SimulatedBluetoothOptions,
} from '../../../../src/simulator/bluetooth/bluetooth.ts';
import { lenientPlatform } from '../../../../src/simulator/bluetooth/platform.ts';
import { seededRandom } from '../../../../src/simulator/random.ts';
import { PracticePeripheral, practice } from '../../../contract/practice-peripheral.ts';
import { settled } from '../../../contract/settled.ts';

export function unconnected(options: Partial<SimulatedBluetoothOptions> = {}) {
  const clock = new VirtualClock();
  const peripheral = new PracticePeripheral();
  const bluetooth = new SimulatedBluetooth({
    clock,
    peripherals: [peripheral],
    choose: async ([first]) => first ?? null,
    random: seededRandom(5),
    platform: lenientPlatform,
    ...options,
  });
  return { clock, peripheral, bluetooth };
}

export async function connected(options: Partial<SimulatedBluetoothOptions> = {}) {
  const { clock, peripheral, bluetooth } = unconnected(options);
  const device = await bluetooth.requestDevice({ filters: [{ services: [practice.service] }] });
  if (!device.gatt) throw new Error('no GATT server');
  const server = await settled(clock, device.gatt.connect());
  const service = await settled(clock, server.getPrimaryService(practice.service));
  const get = (uuid: string) => settled(clock, service.getCharacteristic(uuid));
  return {
    clock,
    peripheral,
    radio: bluetooth.radio('Practice'),
    device,
    server,
    service,
    store: await get(practice.store),
    ask: await get(practice.ask),
    count: await get(practice.count),
  };
}

export const nameOf = async (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'success',
    (reason: unknown) =>
      reason instanceof Error || reason instanceof DOMException ? reason.name : String(reason),
  );
