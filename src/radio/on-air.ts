/** Puts a `Peripheral` on the air through BlueZ, and takes it off again without leaving anything behind. */

import type { Message } from 'dbus-next';
import type { Cancel, Clock } from '../clock/clock.ts';
import type { Peripheral } from '../simulator/peripheral.ts';
import {
  ADAPTER,
  ADVERTISING_MANAGER,
  type Adapter,
  adaptersOf,
  cannotAdvertise,
  GATT_MANAGER,
  prepare,
} from './adapter.ts';
import { ADVERTISEMENT_PATH, APPLICATION_PATH, addAdvertisement, addServices } from './application.ts';
import { Bus, type CallResult, OBJECT_MANAGER, PROPERTIES } from './bus.ts';
import { CentralLinks } from './central-links.ts';
import { type Missing, missingBehind } from './missing.ts';
import { ObjectTree } from './object-tree.ts';

const DEVICE = 'org.bluez.Device1';

export type OnAirState =
  /** Scanning centrals see the peripheral; links may be up. */
  | 'advertising'
  /** Out of reach on request: the links were ended, and nothing is advertised. */
  | 'silent'
  /** The adapter is switched off. Once it is on again, the peripheral is as before: advertising, or out of reach on request. */
  | 'off'
  /** Not registered yet, or BlueZ or the adapter has gone; everything is registered again when the adapter returns. */
  | 'gone'
  /** The bus connection is lost for good. */
  | 'lost';

export interface OnAir {
  readonly adapter: Adapter;
  readonly state: OnAirState;
  readonly links: number;
  /** Ends every link; centrals may reconnect. BlueZ takes up to 2 s. */
  cut(): void;
  /** Out of reach: ends every link and stops advertising. In reach: advertises again. @returns what went wrong; null = nothing */
  setInReach(inReach: boolean): Promise<Missing | null>;
  end(): Promise<void>;
}

export interface OnAirOptions {
  readonly clock: Clock;
  readonly bus: string;
  readonly adapter: Adapter;
  readonly changed?: (now: OnAir) => void;
}

class PeripheralOnAir implements OnAir {
  state: OnAirState = 'gone';
  readonly adapter: Adapter;
  readonly #bus: Bus;
  readonly #links: CentralLinks;
  readonly #changed: () => void;
  readonly #name: string;
  #inReach = true;
  #restore: (() => Promise<void>) | null = null;
  #stopListening: Cancel = () => undefined;

  constructor(bus: Bus, peripheral: Peripheral, { adapter, changed = () => undefined }: OnAirOptions) {
    this.#bus = bus;
    this.adapter = adapter;
    this.#name = peripheral.name;
    this.#changed = () => changed(this);
    const objects = new ObjectTree(bus.connection);
    this.#links = new CentralLinks({
      peripheral,
      send: (characteristic, value) => notify(characteristic, value),
      disconnect: (device) => void bus.ask(device, DEVICE, 'Disconnect'),
      changed: this.#changed,
    });
    const notify = addServices(objects, peripheral.services, this.#links);
    addAdvertisement(objects, peripheral);
    bus.onLost(() => {
      this.#links.allEnded();
      this.#become('lost');
    });
  }

  get links(): number {
    return this.#links.devices.length;
  }

  async begin(): Promise<Missing | null> {
    this.#stopListening = await this.#bus.listen((signal) => this.#onSignal(signal));
    const prepared = await prepare(this.#bus, this.adapter, this.#name);
    if ('kind' in prepared) return prepared;
    this.#restore = prepared.restore;
    return this.#register();
  }

  cut(): void {
    this.#links.dropAll();
  }

  async setInReach(inReach: boolean): Promise<Missing | null> {
    if (inReach === this.#inReach) return null;
    this.#inReach = inReach;
    if (inReach) return this.#advertise();
    const silent = await this.#manage(ADVERTISING_MANAGER, 'UnregisterAdvertisement', 'o', [
      ADVERTISEMENT_PATH,
    ]);
    this.#links.dropAll();
    this.#become('silent');
    return silent.ok ? null : missingBehind(silent, 'stop advertising');
  }

  async end(): Promise<void> {
    this.#stopListening();
    await this.#manage(ADVERTISING_MANAGER, 'UnregisterAdvertisement', 'o', [ADVERTISEMENT_PATH]);
    this.#links.dropAll();
    await this.#manage(GATT_MANAGER, 'UnregisterApplication', 'o', [APPLICATION_PATH]);
    await this.#restore?.();
    this.#bus.close();
  }

  async #register(): Promise<Missing | null> {
    const { name } = this.adapter;
    const registered = await this.#manage(GATT_MANAGER, 'RegisterApplication', 'oa{sv}', [
      APPLICATION_PATH,
      {},
    ]);
    if (!registered.ok) return missingBehind(registered, `offer services on ${name}`);
    return this.#inReach ? this.#advertise() : null;
  }

  async #advertise(): Promise<Missing | null> {
    const { name } = this.adapter;
    const cannot = await cannotAdvertise(this.#bus, this.adapter);
    if (cannot) return cannot;
    const body = [ADVERTISEMENT_PATH, {}];
    const advertised = await this.#manage(ADVERTISING_MANAGER, 'RegisterAdvertisement', 'oa{sv}', body);
    if (!advertised.ok) {
      const why = advertised.text === '' ? advertised.type : advertised.text;
      return missingBehind(advertised, `advertise on ${name}`, { kind: 'advertising', adapter: name, why });
    }
    this.#become('advertising');
    return null;
  }

  #manage(name: string, member: string, signature: string, body: readonly unknown[]): Promise<CallResult> {
    return this.#bus.ask(this.adapter.path, name, member, signature, body);
  }

  #become(state: OnAirState): void {
    if (this.state === state || this.state === 'lost') return;
    this.state = state;
    this.#changed();
  }

  #onSignal({ path, interface: name, member, body }: Message): void {
    if (member === 'NameOwnerChanged') {
      if (body[2] === '') this.#gone();
    } else if (name === PROPERTIES && member === 'PropertiesChanged') {
      this.#propertiesChanged(path, body[0], body[1]);
    } else if (name === OBJECT_MANAGER) {
      const [object, interfaces] = body as [string, object];
      const names = Array.isArray(interfaces) ? interfaces : Object.keys(interfaces);
      if (member === 'InterfacesRemoved' && names.includes(DEVICE)) this.#links.ended(object);
      if (object !== this.adapter.path || !names.includes(GATT_MANAGER)) return;
      if (member === 'InterfacesRemoved') this.#gone();
      if (member === 'InterfacesAdded' && this.state === 'gone') void this.#comeBack();
    }
  }

  #propertiesChanged(
    path: string,
    name: string,
    changes: Record<string, { readonly value: unknown } | undefined>,
  ) {
    if (name === DEVICE && changes.Connected?.value === false) this.#links.ended(path);
    if (name !== ADAPTER || path !== this.adapter.path || !changes.Powered) return;
    if (changes.Powered.value === false) {
      this.#links.allEnded();
      this.#become('off');
    } else if (this.state === 'off') this.#become(this.#inReach ? 'advertising' : 'silent');
  }

  #gone(): void {
    this.#links.allEnded();
    this.#become('gone');
  }

  /** `#restore` stays as `begin` set it, with the settings that the adapter had before BlueZ restarted or the adapter was unplugged. */
  async #comeBack(): Promise<void> {
    const prepared = await prepare(this.#bus, this.adapter, this.#name);
    if (!('kind' in prepared)) await this.#register();
  }
}

/** Puts a peripheral on the air until `end` is called. If something is missing, returns that and leaves nothing behind. */
export async function putOnAir(peripheral: Peripheral, options: OnAirOptions): Promise<OnAir | Missing> {
  const bus = await Bus.open(options.bus, options.clock);
  if (!(bus instanceof Bus)) return { kind: 'bus', address: options.bus, why: bus.text };
  const onAir = new PeripheralOnAir(bus, peripheral, options);
  const missing = await onAir.begin();
  if (!missing) return onAir;
  await onAir.end();
  return missing;
}

export async function findAdapters(address: string, clock: Clock): Promise<readonly Adapter[] | Missing> {
  const bus = await Bus.open(address, clock);
  if (!(bus instanceof Bus)) return { kind: 'bus', address, why: bus.text };
  const found = await adaptersOf(bus);
  bus.close();
  return found;
}
