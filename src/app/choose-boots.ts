/** Boots from the browser's chooser, or simulated ones, as the session wants them. */

import type { Clock } from '../clock/clock.ts';
import { requestBoots } from '../gatt/choose-device.ts';
import type { Choice } from '../session/session.ts';
import type { PageOptions } from './page-options.ts';

/** Must begin within the click that asked for it. */
export async function chooseBoots(
  source: 'simulated' | 'paired',
  clock: Clock,
  { zones, seed }: PageOptions,
): Promise<Choice> {
  if (source === 'simulated') {
    const { simulatedDevice } = await import('./simulated-device.ts');
    return { ok: true, device: await simulatedDevice(clock, zones, seed), simulated: true };
  }
  if (!('bluetooth' in navigator)) return { ok: false, reason: 'unavailable', detail: 'no Web Bluetooth' };
  const chosen = await requestBoots(navigator.bluetooth);
  if (chosen.ok) return { ok: true, device: chosen.device, simulated: false };
  return {
    ok: false,
    reason: chosen.reason === 'blocked' ? 'unavailable' : chosen.reason,
    detail: chosen.detail,
  };
}
