/** Opens the browser's device chooser for boots. Call it from a click handler, because browsers require a user gesture. */

import { uuids } from '../../firmware-protocol/profile.ts';
import { describeError } from './reply.ts';

/**
 * Why no device was chosen.
 * - `cancelled`: the person closed the chooser, perhaps because it listed nothing. Say how to switch the boots on.
 * - `noWebBluetooth`: the browser has no Web Bluetooth on this platform.
 * - `notSecure`: the page was not loaded over a secure connection, so that browsers hide Web Bluetooth from it.
 * - `noAdapter`: there is no usable Bluetooth adapter.
 * - `off`: Bluetooth is not available; most likely it is switched off.
 * - `denied`: the system does not let the browser use Bluetooth.
 * - `blocked`: a setting of the site, the browser or its administrator forbids it.
 * - `tooLate`: there was no click just before. Ask for one.
 * - `failed`: anything else.
 */
export type NotChosen =
  | 'cancelled'
  | 'noWebBluetooth'
  | 'notSecure'
  | 'noAdapter'
  | 'off'
  | 'denied'
  | 'blocked'
  | 'tooLate'
  | 'failed';

export type ChosenDevice =
  | { readonly ok: true; readonly device: BluetoothDevice }
  | {
      readonly ok: false;
      readonly reason: NotChosen;
      readonly detail: string;
    };

/**
 * Reasons that only the message tells apart: in Chromium most of them have the error name of a cancelled chooser
 * (blink/renderer/modules/bluetooth/bluetooth_error.cc).
 */
const byWords: readonly (readonly [RegExp, NotChosen])[] = [
  [/user gesture/i, 'tooLate'],
  [/denied the browser permission/i, 'denied'],
  [/globally disabled|policy|has disabled/i, 'blocked'],
  [/not supported on this platform/i, 'noWebBluetooth'],
  [/adapter not available|low energy not available/i, 'noAdapter'],
];

const byName: Readonly<Record<string, NotChosen>> = {
  SecurityError: 'blocked',
  NotAllowedError: 'denied',
  NotSupportedError: 'noWebBluetooth',
};

/** Assumes that Bluetooth is available where Web Bluetooth lacks getAvailability. */
async function isUnavailable(bluetooth: Bluetooth): Promise<boolean> {
  try {
    return !(await bluetooth.getAvailability());
  } catch {
    return false;
  }
}

async function reasonOf(bluetooth: Bluetooth, thrown: unknown): Promise<NotChosen> {
  const name = thrown instanceof DOMException ? thrown.name : '';
  const words = describeError(thrown);
  const known = byWords.find(([pattern]) => pattern.test(words))?.[1] ?? byName[name];
  if (known) return known;
  if (name !== 'NotFoundError' && name !== 'AbortError') return 'failed';
  return (await isUnavailable(bluetooth)) ? 'off' : 'cancelled';
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
