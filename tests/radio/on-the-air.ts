/** The guest's two adapters: Chromium uses the first, the boots are on the air through the second. */

import { systemClock } from '../../src/clock/system-clock.ts';
import { findAdapters, type OnAir, putOnAir } from '../../src/radio/on-air.ts';
import type { Peripheral } from '../../src/simulator/peripheral.ts';
import { GuestTrouble } from './machine/guest.ts';

export const CENTRAL = '/org/bluez/hci0';
export const PERIPHERAL = 'hci1';

/** Lets other adapters find a peripheral. @throws GuestTrouble */
export async function onTheAir(bus: string, peripheral: Peripheral): Promise<OnAir> {
  const found = await findAdapters(bus, systemClock);
  const adapter = 'kind' in found ? undefined : found.find(({ name }) => name === PERIPHERAL);
  if (!adapter) throw new GuestTrouble(`BlueZ has no ${PERIPHERAL}: ${JSON.stringify(found)}`);
  const air = await putOnAir(peripheral, { bus, adapter, clock: systemClock });
  if ('kind' in air) throw new GuestTrouble(`The boots do not get on the air: ${JSON.stringify(air)}`);
  return air;
}

/** Path of the boots' D-Bus object, as the browser's adapter sees them. */
export const deviceOf = (air: OnAir): string => `${CENTRAL}/dev_${air.adapter.address.replaceAll(':', '_')}`;
