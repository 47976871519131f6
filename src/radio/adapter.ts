/** Bluetooth adapters in BlueZ: lists them, checks and prepares one to be a peripheral, and restores it afterwards. */

import { Variant } from 'dbus-next';
import { BLUEZ, type Bus, isCallFailure } from './bus.ts';
import { type Missing, missingBehind } from './missing.ts';

export const ADAPTER = 'org.bluez.Adapter1';
export const GATT_MANAGER = 'org.bluez.GattManager1';
export const ADVERTISING_MANAGER = 'org.bluez.LEAdvertisingManager1';

export interface Adapter {
  readonly path: string;
  /** The usual name, such as hci0. */
  readonly name: string;
  readonly address: string;
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Sorted by name. */
export async function adaptersOf(bus: Bus): Promise<readonly Adapter[] | Missing> {
  const objects = await bus.objects();
  if (isCallFailure(objects)) return missingBehind(objects, 'ask BlueZ for its adapters');
  return Object.entries(objects)
    .filter(([, interfaces]) => interfaces[ADAPTER] !== undefined)
    .map(([path, interfaces]) => ({
      path,
      name: nameOf(path),
      address: String(interfaces[ADAPTER]?.Address?.value ?? ''),
    }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));
}

export interface Prepared {
  /** Restores the name of the adapter, and switches the adapter off again if it was off. */
  restore(): Promise<void>;
}

interface OriginalState {
  readonly powered: boolean;
  /** Empty if the adapter follows the computer's name. */
  readonly alias: string;
}

/**
 * The alias that a person set; empty if there is none. An alias that was never set reads as the computer's name, and one equal to
 * `ours` was left behind by a run that was killed.
 */
async function aliasOf(bus: Bus, path: string, ours: string): Promise<string> {
  const alias = await bus.get(path, ADAPTER, 'Alias');
  const name = await bus.get(path, ADAPTER, 'Name');
  return typeof alias === 'string' && alias !== name && alias !== ours ? alias : '';
}

/** Switches the adapter on and sets the name that a central reads once connected. If naming fails, restores the adapter. */
export async function prepare(bus: Bus, { path, name }: Adapter, alias: string): Promise<Prepared | Missing> {
  const before: OriginalState = {
    powered: (await bus.get(path, ADAPTER, 'Powered')) === true,
    alias: await aliasOf(bus, path, alias),
  };
  if (!before.powered) {
    const on = await bus.set(path, ADAPTER, 'Powered', new Variant('b', true));
    if (!on.ok)
      return missingBehind(on, `switch ${name} on`, {
        kind: 'power',
        adapter: name,
        why: on.text === '' ? on.type : on.text,
      });
  }
  const named = await bus.set(path, ADAPTER, 'Alias', new Variant('s', alias));
  const prepared = { restore: () => restore(bus, path, before) };
  if (named.ok) return prepared;
  await prepared.restore();
  return missingBehind(named, `name ${name}`);
}

async function restore(bus: Bus, path: string, { powered, alias }: OriginalState): Promise<void> {
  await bus.set(path, ADAPTER, 'Alias', new Variant('s', alias));
  if (!powered) await bus.set(path, ADAPTER, 'Powered', new Variant('b', false));
}

/** Null if BlueZ can advertise on this adapter. */
export async function cannotAdvertise(bus: Bus, { path, name }: Adapter): Promise<Missing | null> {
  const refuse = (why: string): Missing => ({ kind: 'advertising', adapter: name, why });
  const roles = await bus.get(path, ADAPTER, 'Roles');
  if (Array.isArray(roles) && !roles.includes('peripheral'))
    return refuse('its controller has no peripheral role');
  const left = await bus.get(path, ADVERTISING_MANAGER, 'SupportedInstances');
  if (left === undefined) return refuse(`${BLUEZ} offers no ${ADVERTISING_MANAGER} for it`);
  if (left === 0) return refuse('every advertisement it can send is taken by another program');
  return null;
}
