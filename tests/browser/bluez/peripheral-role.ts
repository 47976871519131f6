/**
 * The peripheral role of org.bluez, on a second adapter. A program registers services and an advertisement. The
 * browser then finds them by radio, and `connect` gives them to a central that a test plays. Like bluetoothd, the
 * adapter forgets a program that leaves the bus.
 */

import * as dbus from 'dbus-next';
import type { CharacteristicProfile } from '../../../firmware-protocol/profile.ts';
import type { ManagedObjects } from '../../../src/radio/bus.ts';
import { nothing } from '../../../src/radio/object-tree.ts';
import type { Central } from '../../../src/simulator/peripheral.ts';
import type { Bluez } from './bluez.ts';
import { type Radio, startRadio } from './radio.ts';
import type { Served, ServedLink } from './served.ts';

const ADAPTER = '/org/bluez/hci1';
const ADAPTER_INTERFACE = 'org.bluez.Adapter1';
const DEVICE = 'org.bluez.Device1';
const GATT_MANAGER = 'org.bluez.GattManager1';
const ADVERTISING_MANAGER = 'org.bluez.LEAdvertisingManager1';
const SERVICE = 'org.bluez.GattService1';
const CHARACTERISTIC = 'org.bluez.GattCharacteristic1';
const ADVERTISEMENT = 'org.bluez.LEAdvertisement1';
const PROPERTIES = 'org.freedesktop.DBus.Properties';
const BUS = 'org.freedesktop.DBus';

/** Length of the ATT op code and attribute handle in a write or notification, bytes. */
const ATT_HEADER = 3;

interface Application {
  readonly sender: string;
  readonly root: string;
  readonly services: Served['services'];
  /** Object path of each characteristic, by UUID. */
  readonly paths: ReadonlyMap<string, string>;
}

export interface PeripheralRole {
  readonly adapter: string;
  /** Whether a program has registered an advertisement. */
  readonly advertising: boolean;
  /** Connects a central that the test plays. Null if no program has registered both services and an advertisement. */
  connect(central: Central): ServedLink | null;
}

const propertyOf = (object: ManagedObjects[string] | undefined, name: string, property: string): unknown =>
  object?.[name]?.[property]?.value;

function applicationOf(sender: string, root: string, objects: ManagedObjects): Application {
  const paths = new Map<string, string>();
  const all = Object.entries(objects).sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }));
  const services = all.flatMap(([service, own]) => {
    if (!own[SERVICE]) return [];
    const characteristics = all.flatMap(([path, object]): CharacteristicProfile[] => {
      if (propertyOf(object, CHARACTERISTIC, 'Service') !== service) return [];
      const uuid = String(propertyOf(object, CHARACTERISTIC, 'UUID'));
      paths.set(uuid, path);
      const properties = propertyOf(object, CHARACTERISTIC, 'Flags') as CharacteristicProfile['properties'];
      return [{ uuid, properties }];
    });
    return [{ uuid: String(propertyOf(own, SERVICE, 'UUID')), characteristics }];
  });
  return { sender, root, services, paths };
}

export async function startPeripheralRole(bluez: Bluez): Promise<PeripheralRole> {
  const { objects, connection } = bluez;
  const text = (value: string): dbus.Variant => new dbus.Variant('s', value);
  let application: Application | undefined;
  let name: string | undefined;
  let radio: Radio | undefined;
  let lastCentral = 0;
  /** The connected centrals, which get the program's notifications. */
  const centrals = new Set<Central>();

  const ask = async (
    path: string,
    member: string,
    signature: string,
    body: unknown[],
  ): Promise<unknown[]> => {
    const to = application?.sender;
    if (to === undefined) throw new Error('No program has registered services.');
    const [iface, destination] = [CHARACTERISTIC, to];
    const call = new dbus.Message({ destination, path, interface: iface, member, signature, body });
    return ((await connection.call(call))?.body ?? []) as unknown[];
  };

  const open = (central: Central): ServedLink | null => {
    if (!application) return null;
    const { paths } = application;
    const device = `${ADAPTER}/dev_${String(++lastCentral).padStart(2, '0')}`;
    objects.add(device, {
      [DEVICE]: {
        properties: { Connected: new dbus.Variant('b', true), Adapter: new dbus.Variant('o', ADAPTER) },
        methods: {
          Disconnect: () => {
            central.drop();
            return nothing;
          },
        },
      },
    });
    const options = (more: Record<string, dbus.Variant> = {}) => ({
      device: new dbus.Variant('o', device),
      mtu: new dbus.Variant('q', central.payload + ATT_HEADER),
      ...more,
    });
    const pathOf = (characteristic: string): string => paths.get(characteristic) ?? '/';
    centrals.add(central);
    return {
      read: async (characteristic) => {
        const [value] = await ask(pathOf(characteristic), 'ReadValue', 'a{sv}', [options()]);
        return new Uint8Array(value as Buffer);
      },
      write: async (characteristic, value, withResponse) => {
        const type = { type: text(withResponse ? 'request' : 'command') };
        const body = [Buffer.from(value), options(type)];
        await ask(pathOf(characteristic), 'WriteValue', 'aya{sv}', body);
      },
      subscribe: (characteristic, wanted) => {
        void ask(pathOf(characteristic), wanted ? 'StartNotify' : 'StopNotify', '', []);
      },
      close: () => {
        centrals.delete(central);
        objects.set(device, DEVICE, { Connected: new dbus.Variant('b', false) });
        objects.remove(device);
      },
    };
  };

  const air = (): void => {
    if (application && name !== undefined) {
      radio ??= startRadio(bluez, { name, services: application.services, open });
      radio.setInRange(true);
    } else radio?.setInRange(false);
  };
  const forget = (): void => {
    radio?.end();
    radio = undefined;
    application = undefined;
    name = undefined;
  };

  const objectsOf = async (sender: string, root: string): Promise<ManagedObjects> => {
    const call = { destination: sender, interface: 'org.freedesktop.DBus.ObjectManager' };
    const asked = { ...call, path: '/', member: 'GetManagedObjects' };
    const all = ((await connection.call(new dbus.Message(asked)))?.body[0] ?? {}) as ManagedObjects;
    return Object.fromEntries(Object.entries(all).filter(([path]) => path.startsWith(root)));
  };
  const register = async ({ sender, body }: dbus.Message): Promise<void> => {
    const root = String((body as unknown[])[0]);
    application = applicationOf(sender, root, await objectsOf(sender, root));
    air();
  };
  const advertise = async ({ sender, body }: dbus.Message): Promise<void> => {
    const path = String((body as unknown[])[0]);
    const found = await objectsOf(sender, path);
    name = String(propertyOf(found[path], ADVERTISEMENT, 'LocalName'));
    air();
  };
  const work: Readonly<Record<string, (message: dbus.Message) => Promise<void> | void>> = {
    RegisterApplication: register,
    UnregisterApplication: forget,
    RegisterAdvertisement: advertise,
    UnregisterAdvertisement: () => {
      name = undefined;
      air();
    },
  };
  bluez.before((message) => {
    const own = [GATT_MANAGER, ADVERTISING_MANAGER].includes(message.interface ?? '');
    const done = own && message.path === ADAPTER ? work[message.member ?? ''] : undefined;
    if (!done) return false;
    void Promise.resolve(done(message)).then(() =>
      connection.send(dbus.Message.newMethodReturn(message, '', [])),
    );
    return true;
  });

  connection.on('message', (message: dbus.Message) => {
    if (message.type !== dbus.MessageType.SIGNAL) return;
    const body = message.body as unknown[];
    if (message.member === 'NameOwnerChanged' && body[0] === application?.sender && body[2] === '') forget();
    if (message.interface !== PROPERTIES || message.sender !== application?.sender) return;
    const [changed, values] = body as [string, Record<string, dbus.Variant | undefined>];
    const source = [...(application?.paths ?? [])].find(([, path]) => path === message.path);
    if (changed !== CHARACTERISTIC || !source || !values.Value) return;
    for (const central of centrals) central.notify(source[0], new Uint8Array(values.Value.value as Buffer));
  });
  for (const rule of [
    `type='signal',interface='${PROPERTIES}'`,
    `type='signal',sender='${BUS}',member='NameOwnerChanged'`,
  ]) {
    const match = { destination: BUS, path: '/org/freedesktop/DBus', interface: BUS, member: 'AddMatch' };
    await connection.call(new dbus.Message({ ...match, signature: 's', body: [rule] }));
  }

  objects.add(ADAPTER, {
    [ADAPTER_INTERFACE]: {
      properties: {
        Address: text('00:00:5E:00:53:02'),
        AddressType: text('public'),
        Name: text('laptop'),
        Alias: text('laptop'),
        Powered: new dbus.Variant('b', true),
        Roles: new dbus.Variant('as', ['central', 'peripheral']),
      },
    },
    [GATT_MANAGER]: {},
    [ADVERTISING_MANAGER]: { properties: { SupportedInstances: new dbus.Variant('y', 5) } },
  });

  return {
    adapter: ADAPTER,
    get advertising() {
      return name !== undefined;
    },
    connect: (central) => (name === undefined ? null : open(central)),
  };
}
