/** From a device that was chosen to boots that can be spoken to. */

import { profile, uuids } from '../../firmware-protocol/profile.ts';
import type { Clock } from '../clock/clock.ts';
import { openLink } from '../gatt/gatt-link.ts';
import type { OpenFailure } from './boots.ts';
import { fromGatt, readFeature, readStatus } from './reading.ts';
import { SingleBoots } from './single-boots.ts';

export type Opened =
  | { readonly ok: true; readonly boots: SingleBoots }
  | { readonly ok: false; readonly failure: OpenFailure };

/**
 * Connects to a device, reads what the boots are and how they are. On failure the link is given up.
 * @param token of control that they granted on an earlier link, 0 = none
 */
export async function openBoots(
  device: BluetoothDevice,
  clock: Clock,
  random: () => number,
  token = 0,
): Promise<Opened> {
  const listen = [uuids.controlPoint, uuids.status, uuids.telemetry];
  const link = openLink(device, { clock, profile, listen, random });
  const giveUp = (failure: OpenFailure): Opened => {
    link.disconnect();
    return { ok: false, failure };
  };
  const connected = await link.connect();
  if (!connected.ok) return giveUp(fromGatt(connected.failure));
  const feature = await readFeature(link);
  if ('failure' in feature) return giveUp(feature.failure);
  const status = await readStatus(link);
  if ('failure' in status) return giveUp(status.failure);
  return { ok: true, boots: new SingleBoots(link, clock, feature.feature, status.status, token) };
}
