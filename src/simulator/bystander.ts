/** Somebody who stands by simulated boots: when these want a press on their button, they get it a little later. */

import { uuids } from '../../firmware-protocol/profile.ts';
import { type Milliseconds, milliseconds } from '../../firmware-protocol/quantities.ts';
import { decodeResponse } from '../../firmware-protocol/response.ts';
import type { Clock } from '../clock/clock.ts';
import type { Firmware } from './firmware/firmware.ts';
import type { Peripheral } from './peripheral.ts';

/** To read what the page says, and to bend down. */
const REACHES: Milliseconds = milliseconds(2000);

const wantsPress = (characteristic: string, value: Uint8Array): boolean => {
  if (characteristic !== uuids.controlPoint) return false;
  const decoded = decodeResponse(value);
  return decoded.ok && decoded.value.result === 'needsPress';
};

/** The same boots, with somebody beside them. */
export const attended = (boots: Firmware, clock: Clock): Peripheral => ({
  name: boots.name,
  services: boots.services,
  open: (central) =>
    boots.open({
      payload: central.payload,
      drop: () => central.drop(),
      notify: (characteristic, value) => {
        if (wantsPress(characteristic, value)) clock.after(REACHES, () => boots.pressButton());
        central.notify(characteristic, value);
      },
    }),
});
