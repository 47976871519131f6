/** Boots that are not there, behind the same W3C interface as real ones. Loaded when they are asked for. */

import { uuids } from '../../firmware-protocol/profile.ts';
import type { Clock } from '../clock/clock.ts';
import { SimulatedBluetooth } from '../simulator/bluetooth/bluetooth.ts';
import { SimulatedBoots } from '../simulator/boots.ts';
import { seededRandom } from '../simulator/random.ts';

export function simulatedDevice(clock: Clock, zones: number, seed: number): Promise<BluetoothDevice> {
  const boots = new SimulatedBoots({ clock, zones, seed });
  const bluetooth = new SimulatedBluetooth({
    clock,
    random: seededRandom(seed),
    peripherals: [boots.peripheral],
    choose: async ([device]) => device ?? null,
  });
  boots.start();
  return bluetooth.requestDevice({
    filters: [{ services: [uuids.bootsService] }],
    optionalServices: [uuids.batteryService, uuids.deviceInformationService],
  });
}
