/** Lets a session choose boots: real ones from the browser's chooser, or simulated ones. */

import type { BootsKind } from '../../firmware-protocol/feature.ts';
import type { Side } from '../../firmware-protocol/zones.ts';
import type { Clock } from '../clock/clock.ts';
import { requestBoots } from '../gatt/choose-device.ts';
import type { Choice } from '../session/session-options.ts';
import type { SimulatedShape, SwitchedOn, simulatedBoots } from './simulated-bluetooth.ts';

export type Source = 'simulated' | 'paired';

const kindsOf = ({ boots = 'hub' }: SimulatedShape): readonly BootsKind[] =>
  boots === 'pair' ? ['left', 'right'] : [boots];

export interface BootsChooser {
  /** Call it within the click that asks for it. */
  choose(source: Source, missing?: Side): Promise<Choice>;
  /** Presses the button on the simulated boots chosen last; of a pair, on the boot chosen first. */
  pressButton(): void;
}

/**
 * A chooser that returns the same simulated boots for as long as the page lives. A simulated pair comes at once; the boots of a real pair
 * come one after the other, since the second chooser needs a click of its own.
 * @param shapeNow the shape of simulated boots, read when they are chosen
 */
export function bootsChooser(clock: Clock, shapeNow: () => SimulatedShape): BootsChooser {
  let simulated: Promise<ReturnType<typeof simulatedBoots>> | null = null;
  const simulatedOnes = (): NonNullable<typeof simulated> => {
    simulated ??= import('./simulated-bluetooth.ts').then((room) => room.simulatedBoots(clock));
    return simulated;
  };
  let first: SwitchedOn | undefined;
  const choose: BootsChooser['choose'] = async (source, missing) => {
    if (source === 'paired' && !('bluetooth' in navigator)) {
      return { ok: false, reason: 'unavailable', detail: 'no Web Bluetooth' };
    }
    const isSimulated = source === 'simulated';
    const bluetooths: Bluetooth[] = [];
    if (isSimulated) {
      const shape = shapeNow();
      const switchOn = await simulatedOnes();
      const kinds = missing ? [missing] : kindsOf(shape);
      const found = kinds.map((kind) => switchOn(kind, shape));
      if (!missing) [first] = found;
      bluetooths.push(...found.map(({ bluetooth }) => bluetooth));
    } else {
      bluetooths.push(navigator.bluetooth);
    }
    const devices: BluetoothDevice[] = [];
    for (const bluetooth of bluetooths) {
      const chosen = await requestBoots(bluetooth);
      if (!chosen.ok) {
        // The browser has Web Bluetooth, so the problem is the adapter or a permission.
        const { reason: why } = chosen;
        const reason = why === 'blocked' || why === 'unavailable' ? 'off' : why;
        return { ok: false, reason, detail: chosen.detail };
      }
      devices.push(chosen.device);
    }
    return { ok: true, devices, simulated: isSimulated };
  };
  return { choose, pressButton: () => first?.pressButton() };
}
