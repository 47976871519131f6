/** Boots from the browser's chooser, or simulated ones, as the session wants them. */

import type { Clock } from '../clock/clock.ts';
import { requestBoots } from '../gatt/choose-device.ts';
import type { Choice } from '../session/session.ts';
import type { PageOptions } from './page-options.ts';

export type Source = 'simulated' | 'paired';

/** A chooser whose simulated boots stay the same ones for as long as the page lives. */
export function bootsChooser(clock: Clock, options: PageOptions): (source: Source) => Promise<Choice> {
  let simulated: Promise<Bluetooth> | null = null;
  const simulatedOnes = (): Promise<Bluetooth> => {
    simulated ??= import('./simulated-bluetooth.ts').then(({ simulatedBluetooth }) =>
      simulatedBluetooth(clock, options),
    );
    return simulated;
  };
  /** Must begin within the click that asked for it. */
  return async (source) => {
    if (source === 'paired' && !('bluetooth' in navigator)) {
      return { ok: false, reason: 'unavailable', detail: 'no Web Bluetooth' };
    }
    const bluetooth = source === 'simulated' ? await simulatedOnes() : navigator.bluetooth;
    const chosen = await requestBoots(bluetooth);
    if (chosen.ok) return { ok: true, device: chosen.device, simulated: source === 'simulated' };
    const reason = chosen.reason === 'blocked' ? 'unavailable' : chosen.reason;
    return { ok: false, reason, detail: chosen.detail };
  };
}
