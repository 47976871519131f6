/** The browser's chooser, asked for boots. Call it from a click: browsers insist on one. */

import { uuids } from '../../firmware-protocol/profile.ts';
import { inWords } from './reply.ts';

export type ChosenDevice =
  | { readonly ok: true; readonly device: BluetoothDevice }
  | {
      readonly ok: false;
      /**
       * - `cancelled`: the person closed the chooser, or there was nothing to choose. Say how to switch the boots on.
       * - `unavailable`: no adapter, switched off, or the platform has no Web Bluetooth. Say what it needs.
       * - `blocked`: by a permission, a policy, or because no click asked for it. Say where to allow it.
       * - `failed`: anything else; `detail` is what the platform said.
       */
      readonly reason: 'cancelled' | 'unavailable' | 'blocked' | 'failed';
      readonly detail: string;
    };

/** Chromium tells these apart from a cancelled chooser by nothing but words. */
const blockedWords = /denied the browser permission|globally disabled/i;
const unavailableWords = /adapter not available|not (supported|available) on this platform/i;

/** Some implementations of Web Bluetooth lack getAvailability: then it is not known. */
async function isUnavailable(bluetooth: Bluetooth): Promise<boolean> {
  try {
    return !(await bluetooth.getAvailability());
  } catch {
    return false;
  }
}

async function reasonOf(
  bluetooth: Bluetooth,
  thrown: unknown,
): Promise<'cancelled' | 'unavailable' | 'blocked' | 'failed'> {
  const name = thrown instanceof DOMException ? thrown.name : '';
  const words = inWords(thrown);
  if (name === 'SecurityError' || name === 'NotAllowedError' || blockedWords.test(words)) return 'blocked';
  if (name === 'NotSupportedError' || unavailableWords.test(words)) return 'unavailable';
  if (name === 'NotFoundError' || name === 'AbortError') {
    return (await isUnavailable(bluetooth)) ? 'unavailable' : 'cancelled';
  }
  return 'failed';
}

export async function requestBoots(bluetooth: Bluetooth): Promise<ChosenDevice> {
  try {
    const device = await bluetooth.requestDevice({
      filters: [{ services: [uuids.bootsService] }],
      optionalServices: [uuids.batteryService, uuids.deviceInformationService],
    });
    return { ok: true, device };
  } catch (thrown) {
    return { ok: false, reason: await reasonOf(bluetooth, thrown), detail: inWords(thrown) };
  }
}
