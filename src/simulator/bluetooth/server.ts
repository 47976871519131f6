/**
 * The object `device.gatt`: it connects and disconnects the page, and gives it the services of the current connection.
 */

import { elapsed, type Instant, milliseconds } from '../../../firmware-protocol/quantities.ts';
import type { Clock } from '../../clock/clock.ts';
import type { AttLink } from './att-link.ts';
import { disconnectedMeanwhile, notConnected, notFoundError, securityError } from './errors.ts';
import { type Listeners, type PageBluetooth, PageConnection } from './page-connection.ts';
import type { Platform } from './platform.ts';
import type { Radio } from './radio.ts';
import { SimulatedService } from './service.ts';
import { serviceUuid } from './uuid.ts';

/** Number of request-response pairs that it takes to discover the boots' primary services. */
const DISCOVERY_EXCHANGES = 2;
/** Time that connect() takes if the platform already has a link. */
const REUSE_TIME = milliseconds(3);

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
  readonly page: PageBluetooth;
  /** UUIDs of the services that the page may use. The device changes this set later. */
  readonly allowed: ReadonlySet<string>;
  /** Whether the browser has forgotten the device since the page last chose it. */
  readonly isForgotten: () => boolean;
}

export class SimulatedServer implements BluetoothRemoteGATTServer {
  readonly device: BluetoothDevice;
  readonly #options: ServerOptions;
  readonly #listeners: Listeners = new Map();
  #connection: Connection | null = null;
  #attempt: Promise<SimulatedServer> | null = null;
  /** A link that is up although the page has disconnected or was not told of the link; a timer ends it. */
  #lingering: AttLink | null = null;
  /** The link that a timer ends or has ended, whether or not the page has connected to it again. */
  #ending: AttLink | null = null;
  #unsignalled: number;
  #knowsServices = false;

  constructor(device: BluetoothDevice, options: ServerOptions) {
    this.device = device;
    this.#options = options;
    this.#unsignalled = options.platform.unsignalled;
    options.page.onLoss(() => this.disconnect());
  }

  get connected(): boolean {
    return this.#connection !== null;
  }

  connect(): Promise<SimulatedServer> {
    if (this.#connection) return Promise.resolve(this);
    if (this.#options.isForgotten()) return Promise.reject(securityError('GATT operation not permitted.'));
    this.#attempt ??= this.#options.page.ask(() => this.#open());
    return this.#attempt;
  }

  /** Disconnects the page. A connection attempt goes on: the standard says to cancel it, but Chromium does not. */
  disconnect(): void {
    const link = this.#connection?.page.link;
    if (!link) return;
    if (this.#options.platform.disconnectTime === 0) {
      link.close();
      return;
    }
    this.#linger(link);
    this.#endConnection();
    link.failPending();
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
    const isTooEarly =
      !this.#knowsServices && elapsed(connection.since, clock.now()) < platform.servicesDelay;
    if (!connection.discovered && !isTooEarly) await connection.page.link.discover(DISCOVERY_EXCHANGES);
    if (!connection.page.isOpen) throw disconnectedMeanwhile();
    connection.discovered = !isTooEarly;
    this.#knowsServices = platform.keepsServices && !isTooEarly;
    const found = connection.services.filter(
      (service) => !isTooEarly && allowed.has(service.uuid) && (uuid === null || service.uuid === uuid),
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
      const link = this.#lingering ? await this.#reuse(this.#lingering) : await this.#openNew();
      if (!link.isOpen) throw disconnectedMeanwhile();
      if (this.#unsignalled > 0) {
        this.#unsignalled--;
        this.#linger(link);
      } else {
        this.#begin(link);
      }
    } finally {
      this.#attempt = null;
    }
    return this;
  }

  /** Keeps the link up for `disconnectTime` from the first call for this link. A page that connects meanwhile gets the same link. */
  #linger(link: AttLink): void {
    const { clock, platform } = this.#options;
    this.#lingering = link;
    if (this.#ending === link) return;
    this.#ending = link;
    clock.after(platform.disconnectTime, () => link.close());
  }

  async #reuse(link: AttLink): Promise<AttLink> {
    await new Promise<void>((resolve) => {
      this.#options.clock.after(REUSE_TIME, resolve);
    });
    return link;
  }

  async #openNew(): Promise<AttLink> {
    const link = await this.#options.radio.connect({
      onValue: (characteristic, value) => this.#listeners.get(characteristic)?.receive(value),
      onEnd: (costsBluetooth) => {
        if (this.#lingering === link) this.#lingering = null;
        if (this.#connection?.page.link === link) this.#endConnection();
        if (costsBluetooth) this.#options.page.lose();
      },
    });
    link.restoreSubscriptions(this.#listeners.keys());
    return link;
  }

  #begin(link: AttLink): void {
    this.#lingering = null;
    const page = new PageConnection(link, this.#listeners);
    const services = this.#options.radio.peripheral.services.map(
      (profile) => new SimulatedService(this.device, page, profile),
    );
    this.#connection = { page, services, since: this.#options.clock.now(), discovered: false };
  }

  #endConnection(): void {
    this.#connection?.page.end();
    this.#connection = null;
    if (!this.#options.platform.keepsServices) this.#listeners.clear();
    this.device.dispatchEvent(new Event('gattserverdisconnected', { bubbles: true }));
  }
}
