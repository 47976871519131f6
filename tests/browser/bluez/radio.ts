/** Puts a `Peripheral` on the air of a BlueZ: the browser pairs with it, and its bytes arrive at the `PeripheralLink`. */

import { Variant } from 'dbus-next';
import { LARGEST_VALUE } from '../../../firmware-protocol/profile.ts';
import { nothing, type Properties, Refusal } from '../../../src/radio/object-tree.ts';
import type { Peripheral, PeripheralLink } from '../../../src/simulator/peripheral.ts';
import { AirLog } from './air-log.ts';
import { addAttributes, tellValue } from './attributes.ts';
import type { Bluez } from './bluez.ts';

const DEVICE = 'org.bluez.Device1';

export interface RadioOptions {
  /** Bluetooth address, made up; one a peripheral. */
  readonly address?: string;
  /** ATT payload of the link, bytes, 61 to 512. Default 244, which is the MTU of 247 that BlueZ commonly agrees on. */
  readonly payload?: number;
  /** Added to each operation and each notification, ms; order is kept. Default 0: what is measured is the browser. */
  readonly delay?: number;
}

export interface Radio {
  readonly log: AirLog;
  readonly connected: boolean;
  /** The link breaks, as when the boots are carried away; the browser may connect again. */
  drop(): void;
  /** Out of range: nothing is heard, and connecting fails. */
  setInRange(inRange: boolean): void;
  /** Off the air for good. */
  end(): void;
}

interface Link {
  readonly peripheral: PeripheralLink;
  /** Object path of each characteristic. */
  readonly paths: ReadonlyMap<string, string>;
}

let lastDevice = 0;
/** Addresses set apart for documentation (RFC 7042). */
const unusedAddress = (): string => `00:00:5E:00:53:${(++lastDevice + 0x10).toString(16).toUpperCase()}`;

export const startRadio = (bluez: Bluez, peripheral: Peripheral, options: RadioOptions = {}): Radio => {
  const { address = unusedAddress(), payload = 244, delay = 0 } = options;
  const { objects, adapter } = bluez;
  const device = `${adapter}/dev_${address.replaceAll(':', '_')}`;
  const log = new AirLog();
  let link: Link | undefined;
  let inRange = true;

  /** Never at once, so that the answer to a write without response, which is BlueZ's own, comes before what follows it. */
  const after = (work: () => void): void => {
    if (delay === 0) setImmediate(work);
    else setTimeout(work, delay);
  };
  const delayed = (): Promise<void> => new Promise((resolve) => after(resolve));
  const tell = (changes: Properties): void => objects.set(device, DEVICE, changes);
  const current = (): Link => {
    if (!link) throw new Refusal('org.bluez.Error.NotConnected', 'Not Connected');
    return link;
  };
  const deliver = (characteristic: string, value: Uint8Array, withResponse: boolean): void => {
    const { peripheral: to } = current();
    log.write(characteristic, value, withResponse, payload);
    to.write(characteristic, value, withResponse);
  };
  const indicated = new Set(
    peripheral.services
      .flatMap((service) => service.characteristics)
      .filter(({ properties }) => properties.includes('indicate') && !properties.includes('notify'))
      .map(({ uuid }) => uuid),
  );

  const closeLink = (): void => {
    const closing = link;
    if (!closing) return;
    link = undefined;
    closing.peripheral.close();
    tell({ ServicesResolved: new Variant('b', false), Connected: new Variant('b', false) });
    // Chromium asks for the services anew after a reconnect only if their objects went away.
    for (const path of closing.paths.values()) objects.remove(path.slice(0, path.lastIndexOf('/')));
  };

  const openLink = async (): Promise<void> => {
    await delayed();
    if (link) return;
    if (!inRange) throw new Refusal('org.bluez.Error.Failed', 'le-connection-abort-by-local');
    const opened: { link?: Link } = {};
    const served = peripheral.open({
      payload,
      notify: (characteristic, value) =>
        after(() => {
          const path = link?.paths.get(characteristic);
          if (!path || link !== opened.link) return;
          log.notify(value, indicated.has(characteristic));
          tellValue(objects, path, value);
        }),
      drop: () => {
        if (link === opened.link) closeLink();
      },
    });
    if (!served) throw new Refusal('org.bluez.Error.Failed', 'le-connection-refused');
    tell({ Connected: new Variant('b', true) });
    const paths = addAttributes(objects, device, peripheral.services, payload, {
      read: async (characteristic) => {
        await delayed();
        const value = current().peripheral.read(characteristic);
        log.read(value);
        return value;
      },
      write: async ({ uuid, properties }, value, type) => {
        const withResponse = type === undefined ? properties.includes('write') : type !== 'command';
        if (value.length > (withResponse ? LARGEST_VALUE : payload)) {
          throw new Refusal('org.bluez.Error.InvalidValueLength', 'Invalid value length');
        }
        if (!withResponse) {
          const sentOn = current();
          after(() => {
            if (link === sentOn) deliver(uuid, value, false);
          });
          return;
        }
        await delayed();
        deliver(uuid, value, true);
      },
      subscribe: async (characteristic, wanted) => {
        await delayed();
        const { peripheral: to } = current();
        log.subscribe();
        to.subscribe(characteristic, wanted);
      },
    });
    link = { peripheral: served, paths };
    opened.link = link;
    tell({
      UUIDs: new Variant(
        'as',
        peripheral.services.map(({ uuid }) => uuid),
      ),
      ServicesResolved: new Variant('b', true),
    });
  };

  const connect = async () => {
    await openLink();
    return nothing;
  };
  const appear = (): void =>
    objects.add(device, {
      [DEVICE]: {
        properties: {
          Address: new Variant('s', address),
          AddressType: new Variant('s', 'random'),
          Name: new Variant('s', peripheral.name),
          Alias: new Variant('s', peripheral.name),
          Paired: new Variant('b', false),
          Trusted: new Variant('b', false),
          Blocked: new Variant('b', false),
          LegacyPairing: new Variant('b', false),
          Connected: new Variant('b', false),
          ServicesResolved: new Variant('b', false),
          // Before a connection only what is in the advertisement is known: the first service.
          UUIDs: new Variant(
            'as',
            peripheral.services.slice(0, 1).map(({ uuid }) => uuid),
          ),
          Adapter: new Variant('o', adapter),
          RSSI: new Variant('n', -50),
          AdvertisingFlags: new Variant('ay', Buffer.from([0x06])),
        },
        methods: {
          Connect: connect,
          ConnectLE: connect,
          Disconnect: async () => {
            await delayed();
            closeLink();
            return nothing;
          },
          Pair: () => nothing,
          GetServiceRecords: () => ['aay', [[]]],
        },
      },
    });

  let strength = -50;
  const thing = {
    heard: () => {
      if (!inRange) return;
      if (!objects.has(device)) appear();
      strength = strength === -50 ? -51 : -50;
      tell({ RSSI: new Variant('n', strength) });
    },
  };
  bluez.put(thing);
  return {
    log,
    get connected() {
      return link !== undefined;
    },
    drop: closeLink,
    setInRange: (now) => {
      inRange = now;
      if (!now) closeLink();
    },
    end: () => {
      bluez.take(thing);
      closeLink();
      objects.remove(device);
    },
  };
};
