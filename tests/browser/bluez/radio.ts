/** Offers a peripheral to the browser through the simulated BlueZ. The browser's writes arrive at the peripheral's link. */

import { Variant } from 'dbus-next';
import { LARGEST_VALUE } from '../../../firmware-protocol/profile.ts';
import { nothing, type Properties, Refusal } from '../../../src/radio/object-tree.ts';
import { advertised, flag, unusedAddress } from './advertised.ts';
import { AirLog } from './air-log.ts';
import { type Access, addAttributes, tellValue } from './attributes.ts';
import type { Bluez } from './bluez.ts';
import { Polling } from './polling.ts';
import { stockQuirks } from './quirks.ts';
import type { RadioOptions } from './radio-options.ts';
import { indicatedBy, type Link, type Served } from './served.ts';

const DEVICE = 'org.bluez.Device1';
/** Longest write without response that arrives, bytes. */
const LONGEST_DELIVERED = LARGEST_VALUE - 2;

export interface Radio {
  readonly log: AirLog;
  readonly connected: boolean;
  /** Breaks the link, as when the boots go out of range. The browser may connect again at once. */
  drop(): void;
  /**
   * Breaks the link at the next write, before BlueZ answers the write. If BlueZ then also removes the services (`keepsServices` false),
   * Chromium answers no further Bluetooth request of this document.
   */
  dropAtWrite(): void;
  /** Puts the services on the bus, if there is a link. Needed only if `servicesDelay` is `until shown`. */
  showServices(): void;
  /** While false, the browser does not hear the peripheral and cannot connect to it. False also breaks the link. */
  setInRange(inRange: boolean): void;
  /** While true, each read, write and subscription is refused, although the link stays up. Notifications still arrive. */
  setRefusing(refusing: boolean): void;
  end(): void;
}

export const startRadio = (bluez: Bluez, peripheral: Served, options: RadioOptions = {}): Radio => {
  const { address = unusedAddress(), payload = 244, delay = 0 } = options;
  const { objects, adapter } = bluez;
  const device = `${adapter}/dev_${address.replaceAll(':', '_')}`;
  const log = new AirLog();
  const quirks = { ...stockQuirks, ...options.quirks };
  let link: Link | undefined;
  let inRange = true;
  let isToDropAtWrite = false;
  let isRefusing = false;
  /** Object path of each characteristic, by UUID; empty while the services are not on the bus. */
  let paths: ReadonlyMap<string, string> = new Map();
  /** Characteristics whose notifications are on. They stay on after a lost link if the services stay on the bus. */
  const notifying = new Set<string>();
  const polling = new Polling();
  let everSignalled = !quirks.firstUnsignalled;
  let ending: NodeJS.Timeout | undefined;

  /** Runs `work` in a later turn even without a delay: BlueZ answers a write without response before the peripheral gets the bytes. */
  const after = (work: () => void): void => {
    if (delay === 0) setImmediate(work);
    else setTimeout(work, delay);
  };
  const delayed = (): Promise<void> => new Promise((resolve) => after(resolve));
  const tell = (changes: Properties): void => objects.set(device, DEVICE, changes);
  const current = (): Link => {
    if (!link) throw new Refusal('org.bluez.Error.NotConnected', 'Not Connected');
    if (isRefusing) throw new Refusal('org.bluez.Error.Failed', 'Operation failed with ATT error: 0x0e');
    return link;
  };
  const deliver = (
    characteristic: string,
    value: Uint8Array,
    withResponse: boolean,
  ): void | Promise<void> => {
    const { peripheral: to } = current();
    log.write(characteristic, value, withResponse, payload);
    return to.write(characteristic, value, withResponse);
  };
  const indicated = indicatedBy(peripheral);

  const closeLink = (): void => {
    clearTimeout(ending);
    ending = undefined;
    const closing = link;
    if (!closing) return;
    link = undefined;
    closing.peripheral.close();
    tell({ ServicesResolved: flag(false), Connected: flag(false) });
    if (!quirks.keepsServices) takeServices();
  };
  const takeServices = (): void => {
    for (const path of paths.values()) objects.remove(path.slice(0, path.lastIndexOf('/')));
    paths = new Map();
    notifying.clear();
  };

  const access: Access = {
    read: async (characteristic) => {
      polling.read(characteristic);
      await delayed();
      const value = await current().peripheral.read(characteristic);
      log.read(value);
      return value;
    },
    write: async ({ uuid, properties }, value, type) => {
      const withResponse = type === undefined ? properties.includes('write') : type !== 'command';
      if (value.length > (withResponse ? LARGEST_VALUE : payload)) {
        throw new Refusal('org.bluez.Error.InvalidValueLength', 'Invalid value length');
      }
      if (isToDropAtWrite) {
        isToDropAtWrite = false;
        closeLink();
        await delayed();
      }
      const on = current();
      if (!withResponse) {
        if (quirks.losesLongestWrites && value.length > LONGEST_DELIVERED) return;
        after(() => {
          if (link === on) void deliver(uuid, value, false);
        });
        return;
      }
      if (quirks.refusesOverlaps && on.writing.has(uuid)) {
        throw new Refusal('org.bluez.Error.InProgress', 'In Progress');
      }
      on.writing.add(uuid);
      await delayed();
      on.writing.delete(uuid);
      await deliver(uuid, value, true);
    },
    subscribe: async (characteristic, wanted) => {
      await delayed();
      const { peripheral: to } = current();
      log.subscribe();
      if (wanted) notifying.add(characteristic);
      else notifying.delete(characteristic);
      to.subscribe(characteristic, wanted);
    },
  };
  const showServices = (): void => {
    if (link && paths.size === 0) {
      paths = addAttributes(objects, device, peripheral.services, payload, access);
    }
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
          const path = paths.get(characteristic);
          if (!path || link !== opened.link) return;
          const isIndicated = indicated.has(characteristic);
          if (quirks.losesBesideReads && polling.isOn(characteristic) && !isIndicated) return;
          log.notify(value, isIndicated);
          tellValue(objects, path, value);
        }),
      drop: () => {
        if (link === opened.link) closeLink();
      },
    });
    if (!served) throw new Refusal('org.bluez.Error.Failed', 'le-connection-refused');
    link = { peripheral: served, signalled: false, writing: new Set() };
    opened.link = link;
    for (const characteristic of notifying) served.subscribe(characteristic, true);
  };

  /** Signals that the link is up. With the quirk `firstUnsignalled`, the first call signals nothing. */
  const signal = (): void => {
    if (!link || link.signalled) return;
    if (!everSignalled) {
      everSignalled = true;
      return;
    }
    link.signalled = true;
    tell({ Connected: flag(true) });
    const { servicesDelay } = quirks;
    if (servicesDelay === 0 || paths.size > 0) showServices();
    else if (servicesDelay !== 'until shown') setTimeout(showServices, servicesDelay);
    tell({
      UUIDs: new Variant(
        'as',
        peripheral.services.map(({ uuid }) => uuid),
      ),
      ServicesResolved: flag(true),
    });
  };

  const connect = async () => {
    await openLink();
    signal();
    return nothing;
  };
  const appear = (): void =>
    objects.add(device, {
      [DEVICE]: {
        properties: advertised(peripheral, address, adapter),
        methods: {
          Connect: connect,
          ConnectLE: connect,
          Disconnect: async () => {
            await delayed();
            if (!link) return nothing;
            if (quirks.disconnectTime === 0) closeLink();
            else ending ??= setTimeout(closeLink, quirks.disconnectTime);
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
    dropAtWrite: () => {
      isToDropAtWrite = true;
    },
    showServices,
    setInRange: (now) => {
      inRange = now;
      if (!now) closeLink();
    },
    setRefusing: (now) => {
      isRefusing = now;
    },
    end: () => {
      bluez.take(thing);
      closeLink();
      takeServices();
      objects.remove(device);
    },
  };
};
