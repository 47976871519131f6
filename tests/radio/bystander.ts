/**
 * A second advertisement on the boots' controller. The virtual radio delivers an advertisement once, at the moment at which either
 * side begins, and Linux drops one that comes before its search has quite begun: a real radio says it ten times a second. With two
 * to send, Linux takes turns, and each turn is a beginning.
 */

import { Variant } from 'dbus-next';
import { systemClock } from '../../src/clock/system-clock.ts';
import { ADVERTISING_MANAGER, type Adapter } from '../../src/radio/adapter.ts';
import { Bus } from '../../src/radio/bus.ts';
import { nothing, ObjectTree } from '../../src/radio/object-tree.ts';
import { GuestTrouble } from './machine/guest.ts';

const PATH = '/heartward/bystander';
/** A battery that tells its level, which nothing looks for. */
const SERVICE = '0000180f-0000-1000-8000-00805f9b34fb';

export interface Bystander {
  end(): void;
}

/** @throws GuestTrouble */
export async function advertiseBeside(address: string, adapter: Adapter): Promise<Bystander> {
  const bus = await Bus.open(address, systemClock);
  if (!(bus instanceof Bus)) throw new GuestTrouble(`The guest's bus does not answer: ${bus.text}`);
  const objects = new ObjectTree(bus.connection);
  objects.add(PATH, {
    'org.bluez.LEAdvertisement1': {
      properties: {
        Type: new Variant('s', 'broadcast'),
        ServiceUUIDs: new Variant('as', [SERVICE]),
        // s
        Duration: new Variant('q', 1),
      },
      methods: { Release: () => nothing },
    },
  });
  const done = await bus.ask(adapter.path, ADVERTISING_MANAGER, 'RegisterAdvertisement', 'oa{sv}', [
    PATH,
    {},
  ]);
  if (!done.ok) throw new GuestTrouble(`No second advertisement: ${done.text}`);
  return { end: () => bus.close() };
}
