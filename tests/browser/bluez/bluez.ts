/**
 * Simulates org.bluez, the service that Chromium on Linux uses for Bluetooth: one adapter, and peripherals that
 * advertise.
 */

import * as dbus from 'dbus-next';
import { type Interfaces, nothing, ObjectTree } from '../../../src/radio/object-tree.ts';

const ADAPTER = '/org/bluez/hci0';
const ADAPTER_INTERFACE = 'org.bluez.Adapter1';
/** How often a peripheral advertises, ms. */
const ADVERTISING_INTERVAL = 100;

/** A peripheral that advertises. `heard` is called once per advertising interval while the browser scans. */
export interface OnTheAir {
  heard(): void;
}

/** Returns true if it answers the D-Bus call, or false to leave the call to the objects. */
export type Answering = (call: dbus.Message) => boolean;

export interface Bluez {
  readonly objects: ObjectTree;
  readonly connection: dbus.MessageBus;
  /** Adds a function that gets calls before the objects do, for calls whose answer depends on the caller. */
  before(answering: Answering): void;
  readonly adapter: string;
  put(thing: OnTheAir): void;
  take(thing: OnTheAir): void;
  end(): void;
}

const text = (value: string): dbus.Variant => new dbus.Variant('s', value);
const flag = (value: boolean): dbus.Variant => new dbus.Variant('b', value);
const texts = (value: readonly string[]): dbus.Variant => new dbus.Variant('as', value);
const word = (value: number): dbus.Variant => new dbus.Variant('u', value);

const connected = async (address: string): Promise<dbus.MessageBus> => {
  const bus = dbus.sessionBus({ busAddress: address });
  await new Promise<void>((resolve, reject) => {
    bus.on('connect', resolve);
    bus.on('error', reject);
  });
  return bus;
};

/** Puts org.bluez on the bus at `address`. Rejects if there is no bus, or if the bus already has an org.bluez. */
export const startBluez = async (address: string): Promise<Bluez> => {
  const bus = await connected(address);
  const first: Answering[] = [];
  bus.addMethodHandler((call: dbus.Message) => first.some((answering) => answering(call)));
  const objects = new ObjectTree(bus);
  const onTheAir = new Set<OnTheAir>();
  let scanning: NodeJS.Timeout | undefined;
  const hear = (): void => {
    for (const thing of onTheAir) thing.heard();
  };
  const scan = (on: boolean): void => {
    clearInterval(scanning);
    scanning = on ? setInterval(hear, ADVERTISING_INTERVAL) : undefined;
    objects.set(ADAPTER, ADAPTER_INTERFACE, { Discovering: flag(on) });
  };
  const done = () => nothing;

  const root: Interfaces = {
    'org.bluez.AgentManager1': {
      methods: { RegisterAgent: done, UnregisterAgent: done, RequestDefaultAgent: done },
    },
    'org.bluez.ProfileManager1': { methods: { RegisterProfile: done, UnregisterProfile: done } },
  };
  const adapter: Interfaces = {
    [ADAPTER_INTERFACE]: {
      properties: {
        Address: text('00:00:5E:00:53:01'),
        AddressType: text('public'),
        Name: text('private'),
        Alias: text('private'),
        Class: word(0),
        Powered: flag(true),
        Discoverable: flag(false),
        DiscoverableTimeout: word(0),
        Pairable: flag(true),
        PairableTimeout: word(0),
        Discovering: flag(false),
        UUIDs: texts([]),
        Modalias: text('usb:v1D6Bp0246d0537'),
        Roles: texts(['central']),
      },
      methods: {
        StartDiscovery: () => {
          scan(true);
          return nothing;
        },
        StopDiscovery: () => {
          scan(false);
          return nothing;
        },
        SetDiscoveryFilter: done,
        GetDiscoveryFilters: () => ['as', [[]]],
        RemoveDevice: done,
        CreateServiceRecord: () => ['u', [1]],
        RemoveServiceRecord: done,
      },
    },
    'org.bluez.LEAdvertisingManager1': {},
    'org.bluez.GattManager1': {},
  };
  objects.add('/org/bluez', root);
  objects.add(ADAPTER, adapter);

  const reply = await bus.requestName('org.bluez', dbus.NameFlag.DO_NOT_QUEUE);
  if (reply !== dbus.RequestNameReply.PRIMARY_OWNER) throw new Error('Another org.bluez is on this bus.');
  return {
    objects,
    connection: bus,
    before: (answering) => void first.push(answering),
    adapter: ADAPTER,
    put: (thing) => void onTheAir.add(thing),
    take: (thing) => void onTheAir.delete(thing),
    end: () => {
      clearInterval(scanning);
      bus.disconnect();
    },
  };
};
