/** A device as a page sees it. The device outlives its connections. */

import type { Clock } from '../../clock/clock.ts';
import type { PageBluetooth } from './page-connection.ts';
import type { Platform } from './platform.ts';
import type { Radio } from './radio.ts';
import { SimulatedServer } from './server.ts';
import { notSimulated } from './uuid.ts';

const ignored = (): undefined => undefined;

export class SimulatedDevice extends EventTarget implements BluetoothDevice {
  readonly id: string;
  readonly name: string;
  readonly gatt: SimulatedServer;
  readonly watchingAdvertisements = false;
  /** UUIDs of the services that the page may use: those of all its requests for this device since it last forgot the device. */
  readonly allowed = new Set<string>();
  ongattserverdisconnected: (event: Event) => unknown = ignored;
  onadvertisementreceived: (event: BluetoothAdvertisingEvent) => unknown = ignored;
  oncharacteristicvaluechanged: (event: Event) => unknown = ignored;
  onserviceadded: (event: Event) => unknown = ignored;
  onservicechanged: (event: Event) => unknown = ignored;
  onserviceremoved: (event: Event) => unknown = ignored;
  #isForgotten = false;
  readonly #onForget: (device: SimulatedDevice) => void;

  constructor(
    id: string,
    radio: Radio,
    browser: { readonly clock: Clock; readonly platform: Platform; readonly page: PageBluetooth },
    forgotten: (device: SimulatedDevice) => void,
  ) {
    super();
    this.id = id;
    this.name = radio.peripheral.name;
    this.gatt = new SimulatedServer(this, {
      ...browser,
      radio,
      allowed: this.allowed,
      isForgotten: () => this.#isForgotten,
    });
    this.#onForget = forgotten;
    this.addEventListener('gattserverdisconnected', (event) => this.ongattserverdisconnected(event));
  }

  /** The person has chosen this device for the page. @param services UUIDs of the services that the page may use from now on */
  permit(services: Iterable<string>): void {
    this.#isForgotten = false;
    for (const service of services) this.allowed.add(service);
  }

  async forget(): Promise<void> {
    this.gatt.disconnect();
    this.allowed.clear();
    this.#isForgotten = true;
    this.#onForget(this);
  }

  async watchAdvertisements(): Promise<void> {
    throw notSimulated('watchAdvertisements()');
  }
}
