/** Boots from the browser's chooser, or simulated ones, as the session wants them. */

import type { BootsKind } from '../../firmware-protocol/feature.ts';
import type { Side } from '../../firmware-protocol/zones.ts';
import type { Clock } from '../clock/clock.ts';
import { requestBoots } from '../gatt/choose-device.ts';
import type { Choice } from '../session/session-options.ts';
import type { SimulatedShape, simulatedBluetooths } from './simulated-bluetooth.ts';

export type Source = 'simulated' | 'paired';

const kindsOf = ({ boots = 'hub' }: SimulatedShape): readonly BootsKind[] =>
  boots === 'pair' ? ['left', 'right'] : [boots];

/**
 * A chooser whose simulated boots stay the same ones for as long as the page lives. Simulated pairs come both at once, real ones
 * one after the other: the second chooser wants a click of its own.
 * @param shapeNow what simulated boots are to be, when they are asked for
 */
export function bootsChooser(
  clock: Clock,
  shapeNow: () => SimulatedShape,
): (source: Source, missing?: Side) => Promise<Choice> {
  let simulated: Promise<ReturnType<typeof simulatedBluetooths>> | null = null;
  const simulatedOnes = (): NonNullable<typeof simulated> => {
    simulated ??= import('./simulated-bluetooth.ts').then((room) => room.simulatedBluetooths(clock));
    return simulated;
  };
  /** Must begin within the click that asked for it. */
  return async (source, missing) => {
    if (source === 'paired' && !('bluetooth' in navigator)) {
      return { ok: false, reason: 'unavailable', detail: 'no Web Bluetooth' };
    }
    const isSimulated = source === 'simulated';
    const bluetooths: Bluetooth[] = [];
    if (isSimulated) {
      const shape = shapeNow();
      const bluetoothOf = await simulatedOnes();
      const kinds = missing ? [missing] : kindsOf(shape);
      bluetooths.push(...kinds.map((kind) => bluetoothOf(kind, shape)));
    } else {
      bluetooths.push(navigator.bluetooth);
    }
    const devices: BluetoothDevice[] = [];
    for (const bluetooth of bluetooths) {
      const chosen = await requestBoots(bluetooth);
      if (!chosen.ok) {
        const reason = chosen.reason === 'blocked' ? 'unavailable' : chosen.reason;
        return { ok: false, reason, detail: chosen.detail };
      }
      devices.push(chosen.device);
    }
    return { ok: true, devices, simulated: isSimulated };
  };
}
