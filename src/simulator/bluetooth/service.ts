/** A primary service as a page sees it. Once its connection has ended, its methods reject. */

import type { ServiceProfile } from '../../../firmware-protocol/profile.ts';
import { SimulatedCharacteristic } from './characteristic.ts';
import { disconnectedMeanwhile, notConnected, notFoundError, stale } from './errors.ts';
import type { PageConnection } from './page-connection.ts';
import { blocklisted, characteristicUuid, isBlockedCharacteristic } from './uuid.ts';

const ignored = (): undefined => undefined;

export class SimulatedService extends EventTarget implements BluetoothRemoteGATTService {
  readonly isPrimary = true;
  readonly uuid: string;
  readonly device: BluetoothDevice;
  oncharacteristicvaluechanged: (event: Event) => unknown = ignored;
  onserviceadded: (event: Event) => unknown = ignored;
  onservicechanged: (event: Event) => unknown = ignored;
  onserviceremoved: (event: Event) => unknown = ignored;
  readonly #connection: PageConnection;
  readonly #characteristics: readonly SimulatedCharacteristic[];
  #discovered = false;

  constructor(device: BluetoothDevice, connection: PageConnection, profile: ServiceProfile) {
    super();
    this.device = device;
    this.uuid = profile.uuid;
    this.#connection = connection;
    this.#characteristics = profile.characteristics
      .filter(({ uuid }) => !isBlockedCharacteristic(uuid))
      .map((characteristic) => new SimulatedCharacteristic(this, connection, characteristic));
  }

  async getCharacteristic(name: BluetoothCharacteristicUUID): Promise<SimulatedCharacteristic> {
    const [first] = await this.getCharacteristics(name);
    if (!first) throw this.#noneFound(characteristicUuid(name));
    return first;
  }

  async getCharacteristics(name?: BluetoothCharacteristicUUID): Promise<SimulatedCharacteristic[]> {
    const uuid = name === undefined ? null : characteristicUuid(name);
    if (uuid !== null && isBlockedCharacteristic(uuid)) throw blocklisted('getCharacteristic(s)()');
    if (!this.device.gatt?.connected) throw notConnected();
    if (!this.#connection.isOpen) throw stale('Service', this.uuid);
    if (!this.#discovered) await this.#connection.link.discover(1);
    if (!this.#connection.isOpen) throw disconnectedMeanwhile();
    this.#discovered = true;
    const found = this.#characteristics.filter(
      (characteristic) => uuid === null || characteristic.uuid === uuid,
    );
    if (found.length === 0) throw this.#noneFound(uuid);
    return found;
  }

  async getIncludedService(service: BluetoothServiceUUID): Promise<BluetoothRemoteGATTService> {
    throw notFoundError(`No included Service ${service} in Service with UUID ${this.uuid}.`);
  }

  async getIncludedServices(): Promise<BluetoothRemoteGATTService[]> {
    throw notFoundError(`No included Services in Service with UUID ${this.uuid}.`);
  }

  #noneFound(uuid: string | null): DOMException {
    const matching = uuid === null ? '' : ` matching UUID ${uuid}`;
    return notFoundError(`No Characteristics${matching} found in Service with UUID ${this.uuid}.`);
  }
}
