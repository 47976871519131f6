/** device.gatt: connects, disconnects, hands out the services of the connection that is up. */

import type { AirLink } from './air-link.ts';
import type { SimulatedDevice } from './device.ts';
import { abortError, disconnectedMeanwhile, notConnected, notFoundError, securityError } from './errors.ts';
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

interface Attempt {
  readonly promise: Promise<SimulatedServer>;
  readonly abort: () => void;
}

export class SimulatedServer implements BluetoothRemoteGATTServer {
  readonly device: SimulatedDevice;
  readonly #radio: Radio;
  #connection: Connection | null = null;
  #attempt: Attempt | null = null;

  constructor(device: SimulatedDevice, radio: Radio) {
    this.device = device;
    this.#radio = radio;
  }

  get connected(): boolean {
    return this.#connection !== null;
  }

  connect(): Promise<SimulatedServer> {
    if (this.#connection) return Promise.resolve(this);
    this.#attempt ??= this.#begin();
    return this.#attempt.promise;
  }

  disconnect(): void {
    const attempt = this.#attempt;
    this.#attempt = null;
    attempt?.abort();
    this.#connection?.link.close();
  }

  async getPrimaryService(name: BluetoothServiceUUID): Promise<SimulatedService> {
    const [first] = await this.getPrimaryServices(name);
    if (!first) throw notFoundError(`No Services matching UUID ${serviceUuid(name)} found in Device.`);
    return first;
  }

  async getPrimaryServices(name?: BluetoothServiceUUID): Promise<SimulatedService[]> {
    const uuid = name === undefined ? null : serviceUuid(name);
    const { allowed } = this.device;
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

  #begin(): Attempt {
    let abort = (): void => {};
    const aborted = new Promise<never>((_, reject) => {
      abort = () => reject(abortError('The connection attempt was given up.'));
    });
    const own: { attempt: Attempt | null } = { attempt: null };
    const attempt: Attempt = {
      promise: Promise.race([aborted, this.#open(() => this.#attempt === own.attempt)]),
      abort,
    };
    own.attempt = attempt;
    return attempt;
  }

  async #open(wanted: () => boolean): Promise<SimulatedServer> {
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
      const link = await this.#radio.connect(events, wanted);
      if (!link) throw abortError('The connection attempt was given up.');
      if (!link.isOpen) throw disconnectedMeanwhile();
      const services = this.#radio.peripheral.services.map(
        (profile) => new SimulatedService(this.device, link, profile),
      );
      this.#connection = { link, services, discovered: false };
    } finally {
      if (wanted()) this.#attempt = null;
    }
    return this;
  }
}
