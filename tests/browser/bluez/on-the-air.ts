/** A private bus with org.bluez on it and some peripherals on the air, all ended together. */

import type { Peripheral } from '../../../src/simulator/peripheral.ts';
import { startBluez } from './bluez.ts';
import { startBus } from './bus.ts';
import { type PeripheralRole, startPeripheralRole } from './peripheral-role.ts';
import { type Radio, type RadioOptions, startRadio } from './radio.ts';

export interface Air {
  /** For the browser. */
  readonly busAddress: string;
  /** A further peripheral. */
  add(peripheral: Peripheral, options?: RadioOptions): Radio;
  /** A second adapter, on which a program of another process may put a peripheral. */
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
