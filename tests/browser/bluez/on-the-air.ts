/** A private D-Bus with a simulated BlueZ and simulated peripherals. `end` ends all of them. */

import type { Peripheral } from '../../../src/simulator/peripheral.ts';
import { startBluez } from './bluez.ts';
import { startBus } from './bus.ts';
import { type PeripheralRole, startPeripheralRole } from './peripheral-role.ts';
import { type Radio, startRadio } from './radio.ts';
import type { RadioOptions } from './radio-options.ts';

export interface Air {
  /** Value of DBUS_SYSTEM_BUS_ADDRESS for the browser. */
  readonly busAddress: string;
  add(peripheral: Peripheral, options?: RadioOptions): Radio;
  /** Adds a second adapter, through which a program on the bus can offer services to the browser. */
  addPeripheralRole(): Promise<PeripheralRole>;
  end(): Promise<void>;
}

export const startAir = async (): Promise<Air> => {
  const bus = await startBus();
  try {
    const bluez = await startBluez(bus.address);
    const radios: Radio[] = [];
    return {
      busAddress: bus.address,
      add: (peripheral, options) => {
        const radio = startRadio(bluez, peripheral, options);
        radios.push(radio);
        return radio;
      },
      addPeripheralRole: () => startPeripheralRole(bluez),
      end: async () => {
        for (const radio of radios) radio.end();
        bluez.end();
        await bus.end();
      },
    };
  } catch (error) {
    await bus.end();
    throw error;
  }
};
