/**
 * Opens the browser's device chooser for boots. Call it from a click handler: browsers require a user
 * gesture.
 */

import { uuids } from '../../firmware-protocol/profile.ts';
import { describeError } from './reply.ts';

export type ChosenDevice =
  | { readonly ok: true; readonly device: BluetoothDevice }
  | {
      readonly ok: false;
      /**
       * - `cancelled`: the person closed the chooser, or it was empty. Say how to switch the boots on.
       * - `unavailable`: no adapter, adapter off, or no Web Bluetooth on this platform. Say what is needed.
       * - `blocked`: by a permission, by a policy, or because there was no user gesture. Say where to allow
       * it.
       * - `failed`: anything else; `detail` is the platform's message.
       */
      readonly reason: 'cancelled' | 'unavailable' | 'blocked' | 'failed';
      readonly detail: string;
    };

/** Only the message tells these apart from a cancelled chooser in Chromium. */
const blockedWords = /denied the browser permission|globally disabled/i;
const unavailableWords = /adapter not available|not (supported|available) on this platform/i;

/** Some Web Bluetooth implementations lack getAvailability; the adapter is then assumed to be available. */
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
  const words = describeError(thrown);
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
    return { ok: false, reason: await reasonOf(bluetooth, thrown), detail: describeError(thrown) };
  }
}
