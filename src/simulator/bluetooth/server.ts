/** device.gatt: connects, disconnects, hands out the services of the connection that is up. */

import type { AirLink } from './air-link.ts';
import { disconnectedMeanwhile, notConnected, notFoundError, securityError } from './errors.ts';
import type { Radio } from './radio.ts';
import { SimulatedService } from './service.ts';
import { serviceUuid } from './uuid.ts';

/** Exchanges to find all primary services of a peripheral such as ours. */
const DISCOVERY_EXCHANGES = 2;

interface Connection {
  readonly link: AirLink;
  readonly services: readonly SimulatedService[];
  discovered: boolean;
}

export class SimulatedServer implements BluetoothRemoteGATTServer {
  readonly device: BluetoothDevice;
  readonly #radio: Radio;
  readonly #allowed: ReadonlySet<string>;
  #connection: Connection | null = null;
  #attempt: Promise<SimulatedServer> | null = null;

  /** @param allowed services the page was granted so far */
  constructor(device: BluetoothDevice, radio: Radio, allowed: ReadonlySet<string>) {
    this.device = device;
    this.#radio = radio;
    this.#allowed = allowed;
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
    this.#connection?.link.close();
  }

  async getPrimaryService(name: BluetoothServiceUUID): Promise<SimulatedService> {
    const [first] = await this.getPrimaryServices(name);
    if (!first) throw notFoundError(`No Services matching UUID ${serviceUuid(name)} found in Device.`);
    return first;
  }

  async getPrimaryServices(name?: BluetoothServiceUUID): Promise<SimulatedService[]> {
    const uuid = name === undefined ? null : serviceUuid(name);
    const allowed = this.#allowed;
    if (allowed.size === 0 || (uuid !== null && !allowed.has(uuid))) {
      throw securityError(
        `Origin is not allowed to access ${uuid === null ? 'any' : 'the'} service. ` +
          "Tip: Add the service UUID to 'optionalServices' in requestDevice() options.",
      );
    }
    const connection = this.#connection;
    if (!connection) throw notConnected();
    if (!connection.discovered) await connection.link.discover(DISCOVERY_EXCHANGES);
    if (!connection.link.isOpen) throw disconnectedMeanwhile();
    connection.discovered = true;
    const found = connection.services.filter(
      (service) => allowed.has(service.uuid) && (uuid === null || service.uuid === uuid),
    );
    if (found.length === 0) {
      throw notFoundError(
        uuid === null ? 'No Services found in device.' : `No Services matching UUID ${uuid} found in Device.`,
      );
    }
    return found;
  }

  async #open(): Promise<SimulatedServer> {
    const events = {
      heard: (characteristic: string, value: Uint8Array<ArrayBuffer>): void => {
        for (const service of this.#connection?.services ?? []) service.hear(characteristic, value);
      },
      ended: (): void => {
        this.#connection = null;
        this.device.dispatchEvent(new Event('gattserverdisconnected', { bubbles: true }));
      },
    };
    try {
      const link = await this.#radio.connect(events);
      if (!link.isOpen) throw disconnectedMeanwhile();
      const services = this.#radio.peripheral.services.map(
        (profile) => new SimulatedService(this.device, link, profile),
      );
      this.#connection = { link, services, discovered: false };
    } finally {
      this.#attempt = null;
    }
    return this;
  }
}
