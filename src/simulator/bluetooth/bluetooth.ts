/**
 * A W3C `Bluetooth` object for simulated peripherals, by default on `strictPlatform`. As in Chromium, events do not
 * bubble from a characteristic to its device or to the `Bluetooth`.
 */

import type { Clock } from '../../clock/clock.ts';
import type { Peripheral } from '../peripheral.ts';
import { SimulatedDevice } from './device.ts';
import { notFoundError } from './errors.ts';
import { type LinkParameters, linkParameters } from './link-parameters.ts';
import { PageBluetooth } from './page-connection.ts';
import { type Platform, platformFrom } from './platform.ts';
import { Radio } from './radio.ts';
import { deviceRequest, matches } from './request-options.ts';
import { notSimulated } from './uuid.ts';

export interface SimulatedBluetoothOptions {
  readonly clock: Clock;
  readonly peripherals: readonly Peripheral[];
  /** Stands in for the browser's chooser; null = the person cancelled. */
  readonly choose: (devices: readonly BluetoothDevice[]) => Promise<BluetoothDevice | null>;
  /** Uniform in [0, 1). */
  readonly random: () => number;
  readonly link?: Partial<LinkParameters>;
  readonly platform?: Partial<Platform>;
}

const ignored = (): undefined => undefined;

export class SimulatedBluetooth extends EventTarget implements Bluetooth {
  onavailabilitychanged: (event: Event) => unknown = ignored;
  ongattserverdisconnected: (event: Event) => unknown = ignored;
  onadvertisementreceived: (event: BluetoothAdvertisingEvent) => unknown = ignored;
  oncharacteristicvaluechanged: (event: Event) => unknown = ignored;
  onserviceadded: (event: Event) => unknown = ignored;
  onservicechanged: (event: Event) => unknown = ignored;
  onserviceremoved: (event: Event) => unknown = ignored;
  readonly #choose: SimulatedBluetoothOptions['choose'];
  readonly #devices = new Map<SimulatedDevice, Radio>();
  readonly #permitted = new Set<SimulatedDevice>();
  readonly #page = new PageBluetooth();

  /** @throws RangeError for impossible link or platform parameters */
  constructor({ clock, peripherals, choose, random, link, platform }: SimulatedBluetoothOptions) {
    super();
    this.#choose = choose;
    const parameters = linkParameters(link ?? {});
    const browser = { clock, platform: platformFrom(platform ?? {}), page: this.#page };
    peripherals.forEach((peripheral, i) => {
      const radio = new Radio(peripheral, clock, random, parameters);
      const device = new SimulatedDevice(`simulated-${i + 1}`, radio, browser, (gone) =>
        this.#permitted.delete(gone),
      );
      this.#devices.set(device, radio);
    });
  }

  /** @throws RangeError if no peripheral has this name */
  radio(peripheral: string): Radio {
    for (const radio of this.#devices.values()) if (radio.peripheral.name === peripheral) return radio;
    throw new RangeError(`no peripheral called ${peripheral}`);
  }

  requestDevice(options?: RequestDeviceOptions): Promise<BluetoothDevice> {
    return this.#page.ask(() => this.#request(options));
  }

  async #request(options?: RequestDeviceOptions): Promise<BluetoothDevice> {
    const request = deviceRequest(options);
    const found = [...this.#devices]
      .filter(([, radio]) => matches(radio.peripheral, request))
      .map(([device]) => device);
    const chosen = await this.#choose(found);
    const device = found.find((candidate) => candidate === chosen);
    if (!device) throw notFoundError('User cancelled the requestDevice() chooser.');
    device.permit(request.services);
    this.#permitted.add(device);
    return device;
  }

  getDevices(): Promise<BluetoothDevice[]> {
    return this.#page.ask(async () => [...this.#permitted]);
  }

  getAvailability(): Promise<boolean> {
    return this.#page.ask(async () => true);
  }

  async requestLEScan(): Promise<BluetoothLEScan> {
    throw notSimulated('requestLEScan()');
  }
}
