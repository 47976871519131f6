/** Boots that are not there, behind the same W3C interface as real ones. Loaded when they are asked for. */

import type { Clock } from '../clock/clock.ts';
import { SimulatedBluetooth } from '../simulator/bluetooth/bluetooth.ts';
import { SimulatedBoots } from '../simulator/boots.ts';
import { seededRandom } from '../simulator/random.ts';
import type { PageOptions } from './page-options.ts';

export function simulatedBluetooth(clock: Clock, { zones, seed }: PageOptions): Bluetooth {
  const boots = new SimulatedBoots({ clock, zones, seed });
  boots.start();
  return new SimulatedBluetooth({
    clock,
    random: seededRandom(seed),
    peripherals: [boots.peripheral],
    choose: async ([device]) => device ?? null,
  });
}
