/**
 * A characteristic as a page sees it. Once its connection has ended, its methods reject. On a platform with
 * `keepsServices`, the characteristic may still receive the values of later connections.
 */

import type { CharacteristicProfile } from '../../../firmware-protocol/profile.ts';
import { LARGEST_VALUE } from '../../../firmware-protocol/profile.ts';
import { invalidModificationError, notConnected, notFoundError, notSupportedError, stale } from './errors.ts';
import type { PageConnection } from './page-connection.ts';

const bytesOf = (source: BufferSource): Uint8Array<ArrayBuffer> =>
  ArrayBuffer.isView(source)
    ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength).slice()
    : new Uint8Array(source).slice();

export class SimulatedCharacteristic extends EventTarget implements BluetoothRemoteGATTCharacteristic {
  readonly uuid: string;
  readonly properties: BluetoothCharacteristicProperties;
  readonly service: BluetoothRemoteGATTService;
  value: DataView | undefined = undefined;
  oncharacteristicvaluechanged: (event: Event) => unknown = () => undefined;
  readonly #connection: PageConnection;

  constructor(
    service: BluetoothRemoteGATTService,
    connection: PageConnection,
    { uuid, properties }: CharacteristicProfile,
  ) {
    super();
    this.service = service;
    this.uuid = uuid;
    this.#connection = connection;
    this.properties = {
      broadcast: false,
      read: properties.includes('read'),
      writeWithoutResponse: properties.includes('write-without-response'),
      write: properties.includes('write'),
      notify: properties.includes('notify'),
      indicate: properties.includes('indicate'),
      authenticatedSignedWrites: false,
      reliableWrite: false,
      writableAuxiliaries: false,
    };
    this.addEventListener('characteristicvaluechanged', (event) => this.oncharacteristicvaluechanged(event));
  }

  async readValue(): Promise<DataView> {
    this.#check(this.properties.read);
    const bytes = await this.#connection.link.read(this.uuid);
    return this.#change(bytes);
  }

  writeValue(value: BufferSource): Promise<void> {
    return this.properties.write ? this.writeValueWithResponse(value) : this.writeValueWithoutResponse(value);
  }

  async writeValueWithResponse(value: BufferSource): Promise<void> {
    const bytes = this.#checkedValue(value, this.properties.write);
    await this.#connection.link.writeWithResponse(this.uuid, bytes);
  }

  async writeValueWithoutResponse(value: BufferSource): Promise<void> {
    const bytes = this.#checkedValue(value, this.properties.writeWithoutResponse);
    await this.#connection.link.writeWithoutResponse(this.uuid, bytes);
  }

  async startNotifications(): Promise<this> {
    this.#check(this.properties.notify || this.properties.indicate);
    const { link, listeners } = this.#connection;
    if (listeners.has(this.uuid)) return this;
    await link.subscribe(this.uuid, true);
    listeners.set(this.uuid, this);
    return this;
  }

  async stopNotifications(): Promise<this> {
    this.#check(this.properties.notify || this.properties.indicate);
    const { link, listeners } = this.#connection;
    if (listeners.delete(this.uuid)) await link.subscribe(this.uuid, false);
    return this;
  }

  async getDescriptor(descriptor: BluetoothDescriptorUUID): Promise<BluetoothRemoteGATTDescriptor> {
    this.#check(true);
    throw notFoundError(
      `No Descriptors matching UUID ${descriptor} found in Characteristic with UUID ${this.uuid}.`,
    );
  }

  async getDescriptors(): Promise<BluetoothRemoteGATTDescriptor[]> {
    this.#check(true);
    throw notFoundError(`No Descriptors found in Characteristic with UUID ${this.uuid}.`);
  }

  receive(bytes: Uint8Array<ArrayBuffer>): void {
    this.#change(bytes);
  }

  #change(bytes: Uint8Array<ArrayBuffer>): DataView {
    const view = new DataView(bytes.slice().buffer);
    this.value = view;
    this.dispatchEvent(new Event('characteristicvaluechanged', { bubbles: true }));
    return view;
  }

  #check(isSupported: boolean): void {
    if (!this.service.device.gatt?.connected) throw notConnected();
    if (!this.#connection.isOpen) throw stale('Characteristic', this.uuid);
    if (!isSupported) throw notSupportedError('GATT operation not permitted.');
  }

  #checkedValue(value: BufferSource, isSupported: boolean): Uint8Array<ArrayBuffer> {
    this.#check(true);
    const bytes = bytesOf(value);
    if (bytes.length > LARGEST_VALUE) throw invalidModificationError("Value can't exceed 512 bytes.");
    this.#check(isSupported);
    return bytes;
  }
}
