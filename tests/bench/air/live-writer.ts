/**
 * The design with which Heartward's radio traffic is compared: a page that writes three bytes for each zone ten times a second, as long
 * as the link keeps up.
 */

import { uuids } from '../../../firmware-protocol/profile.ts';
import { milliseconds } from '../../../firmware-protocol/quantities.ts';
import { every } from '../../../src/clock/every.ts';
import { VirtualClock } from '../../../src/clock/virtual-clock.ts';
import { SimulatedBluetooth } from '../../../src/simulator/bluetooth/bluetooth.ts';
import { lenientPlatform } from '../../../src/simulator/bluetooth/platform.ts';
import { seededRandom } from '../../../src/simulator/random.ts';
import { TrafficMeter } from '../../../src/simulator/traffic-meter.ts';
import { ScriptedPeripheral } from '../../browser/bluez/scripted-peripheral.ts';

const PERIOD = milliseconds(100);
const MINUTE = milliseconds(60_000);
const CONNECTING = milliseconds(5000);

/** Bytes from page to boots in one minute over the simulated link, including ATT and L2CAP headers. */
export const liveWriterBytesPerMinute = async (zones: number): Promise<number> => {
  const clock = new VirtualClock();
  const air = new TrafficMeter(new ScriptedPeripheral('Live'));
  const bluetooth = new SimulatedBluetooth({
    clock,
    random: seededRandom(1),
    peripherals: [air.peripheral],
    choose: async ([device]) => device ?? null,
    platform: lenientPlatform,
  });
  const connect = async (): Promise<BluetoothRemoteGATTCharacteristic> => {
    const device = await bluetooth.requestDevice({ filters: [{ services: [uuids.bootsService] }] });
    const server = await device.gatt?.connect();
    const service = await server?.getPrimaryService(uuids.bootsService);
    if (!service) throw new Error('The peripheral has no service.');
    return service.getCharacteristic(uuids.timeline);
  };
  const connecting = connect();
  await clock.run(CONNECTING);
  const characteristic = await connecting;

  let writing = false;
  const writeAll = async (): Promise<void> => {
    // While earlier writes are still under way, this round is skipped.
    if (writing) return;
    writing = true;
    for (let zone = 0; zone < zones; zone++) {
      await characteristic.writeValueWithoutResponse(new Uint8Array([zone, 110, 0]));
    }
    writing = false;
  };
  const before = air.down;
  const end = every(clock, PERIOD, () => void writeAll());
  await clock.run(MINUTE);
  end();
  return air.down - before;
};
