/** device.gatt: connects, disconnects, hands out the services of the connection that is up. */

import { elapsed, type Instant, milliseconds } from '../../../firmware-protocol/quantities.ts';
import type { Clock } from '../../clock/clock.ts';
import type { AirLink } from './air-link.ts';
import { type Listeners, PageConnection } from './connection.ts';
import { disconnectedMeanwhile, notConnected, notFoundError, securityError } from './errors.ts';
import type { Platform } from './platform.ts';
import type { Radio } from './radio.ts';
import { SimulatedService } from './service.ts';
import { serviceUuid } from './uuid.ts';

/** Exchanges to find all primary services of a peripheral such as ours. */
const DISCOVERY_EXCHANGES = 2;
/** A platform that has the link already says so this soon. */
const AT_ONCE = milliseconds(3);

interface Connection {
  readonly page: PageConnection;
  readonly services: readonly SimulatedService[];
  readonly since: Instant;
  discovered: boolean;
}

export interface ServerOptions {
  readonly radio: Radio;
  readonly clock: Clock;
  readonly platform: Platform;
  /** Services the page was granted so far. */
  readonly allowed: ReadonlySet<string>;
}

export class SimulatedServer implements BluetoothRemoteGATTServer {
  readonly device: BluetoothDevice;
  readonly #options: ServerOptions;
  readonly #listeners: Listeners = new Map();
  #connection: Connection | null = null;
  #attempt: Promise<SimulatedServer> | null = null;
  /** A link that is up and not the page's: it was left and ends soon, by the browser itself where it was never signalled. */
  #apart: AirLink | null = null;
  /** The one that ends soon, whether the page has it again or not. */
  #ending: AirLink | null = null;
  #unsignalled: number;
  /** The platform knows the services from an earlier connection. */
  #known = false;

  constructor(device: BluetoothDevice, options: ServerOptions) {
    this.device = device;
    this.#options = options;
    this.#unsignalled = options.platform.unsignalled;
  }

  get connected(): boolean {
    return this.#connection !== null;
  }

  connect(): Promise<SimulatedServer> {
    if (this.#connection) return Promise.resolve(this);
    this.#attempt ??= this.#open();
    return this.#attempt;
  }

  /** An attempt to connect is not given up by this (it is not in Chromium, although the standard would have it so). */
  disconnect(): void {
    const link = this.#connection?.page.link;
    if (!link) return;
    if (this.#options.platform.disconnectTakes === 0) {
      link.close();
      return;
    }
    this.#leave(link);
    this.#over();
    link.leave();
  }

  async getPrimaryService(name: BluetoothServiceUUID): Promise<SimulatedService> {
    const [first] = await this.getPrimaryServices(name);
    if (!first) throw notFoundError(`No Services matching UUID ${serviceUuid(name)} found in Device.`);
    return first;
  }

  async getPrimaryServices(name?: BluetoothServiceUUID): Promise<SimulatedService[]> {
    const uuid = name === undefined ? null : serviceUuid(name);
    const { allowed, clock, platform } = this.#options;
    if (allowed.size === 0 || (uuid !== null && !allowed.has(uuid))) {
      throw securityError(
        `Origin is not allowed to access ${uuid === null ? 'any' : 'the'} service. ` +
          "Tip: Add the service UUID to 'optionalServices' in requestDevice() options.",
      );
    }
    const connection = this.#connection;
    if (!connection) throw notConnected();
    const late = !this.#known && elapsed(connection.since, clock.now()) < platform.servicesLate;
    if (!connection.discovered && !late) await connection.page.link.discover(DISCOVERY_EXCHANGES);
    if (!connection.page.isOpen) throw disconnectedMeanwhile();
    connection.discovered = !late;
    this.#known = platform.keepsServices && !late;
    const found = connection.services.filter(
      (service) => !late && allowed.has(service.uuid) && (uuid === null || service.uuid === uuid),
    );
    if (found.length === 0) {
      throw notFoundError(
        uuid === null ? 'No Services found in device.' : `No Services matching UUID ${uuid} found in Device.`,
      );
    }
    return found;
  }

  async #open(): Promise<SimulatedServer> {
    try {
      const link = this.#apart ? await this.#same(this.#apart) : await this.#another();
      if (!link.isOpen) throw disconnectedMeanwhile();
      if (this.#unsignalled > 0) {
        this.#unsignalled--;
        this.#leave(link);
      } else {
        this.#begin(link);
      }
    } finally {
      this.#attempt = null;
    }
    return this;
  }

  /** It lives on for a while, and is given again to whoever connects meanwhile. */
  #leave(link: AirLink): void {
    const { clock, platform } = this.#options;
    this.#apart = link;
    if (this.#ending === link) return;
    this.#ending = link;
    clock.after(platform.disconnectTakes, () => link.close());
  }

  async #same(link: AirLink): Promise<AirLink> {
    await new Promise<void>((resolve) => {
      this.#options.clock.after(AT_ONCE, resolve);
    });
    return link;
  }

  async #another(): Promise<AirLink> {
    const link = await this.#options.radio.connect({
      heard: (characteristic, value) => this.#listeners.get(characteristic)?.hear(value),
      ended: () => {
        if (this.#apart === link) this.#apart = null;
        if (this.#connection?.page.link === link) this.#over();
      },
    });
    link.renew(this.#listeners.keys());
    return link;
  }

  #begin(link: AirLink): void {
    this.#apart = null;
    const page = new PageConnection(link, this.#listeners);
    const services = this.#options.radio.peripheral.services.map(
      (profile) => new SimulatedService(this.device, page, profile),
    );
    this.#connection = { page, services, since: this.#options.clock.now(), discovered: false };
  }

  /** The page is told of the end of its connection. */
  #over(): void {
    this.#connection?.page.end();
    this.#connection = null;
    if (!this.#options.platform.keepsServices) this.#listeners.clear();
    this.device.dispatchEvent(new Event('gattserverdisconnected', { bubbles: true }));
  }
}
