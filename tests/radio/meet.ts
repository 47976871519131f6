import { ADAPTER } from '../../src/radio/adapter.ts';
import { type Bus, isCallFailure } from '../../src/radio/bus.ts';
import type { OnAir } from '../../src/radio/on-air.ts';
import { cut } from './machine/cut.ts';
import { type Guest, GuestTrouble } from './machine/guest.ts';
import { CENTRAL, deviceOf, PERIPHERAL } from './on-the-air.ts';
import { holds } from './wait.ts';

const DEVICE = 'org.bluez.Device1';

/**
 * Makes the first link between the adapters, and cuts it. When a device connects for the first time, bluetoothd 5.66 may not signal it,
 * and the browser then does not learn of the connection. Only the scenario `pairing` leaves this step out.
 */
export async function meet(bus: Bus, guest: Guest, air: OnAir): Promise<void> {
  const device = deviceOf(air);
  const connected = (property: string) => async () => (await bus.get(device, DEVICE, property)) === true;
  const known = async (): Promise<boolean> => {
    const objects = await bus.objects();
    return !isCallFailure(objects) && objects[device] !== undefined;
  };
  await bus.ask(CENTRAL, ADAPTER, 'StartDiscovery');
  const heard = await holds(known, 15_000);
  await bus.ask(CENTRAL, ADAPTER, 'StopDiscovery');
  if (!heard) throw new GuestTrouble('The boots’ advertisement is not heard.');
  const asked = await bus.ask(device, DEVICE, 'Connect');
  if (!asked.ok) throw new GuestTrouble(`The adapters do not connect: ${asked.text}`);
  if (!(await holds(connected('ServicesResolved'), 15_000)))
    throw new GuestTrouble('The services of the boots are not resolved.');
  await cut(guest, PERIPHERAL);
  if (!(await holds(async () => !(await connected('Connected')()), 5000)))
    throw new GuestTrouble('The link does not end.');
}
