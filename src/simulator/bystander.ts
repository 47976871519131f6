/** Simulates a person beside the boots who presses their button when they ask for it. */

import { uuids } from '../../firmware-protocol/profile.ts';
import { type Milliseconds, milliseconds } from '../../firmware-protocol/quantities.ts';
import { decodeResponse } from '../../firmware-protocol/response.ts';
import type { Clock } from '../clock/clock.ts';
import type { Firmware } from './firmware/firmware.ts';
import type { Peripheral } from './peripheral.ts';

/** Time that this person needs to read the page's message and bend down, ms. */
const REACTION_TIME: Milliseconds = milliseconds(2000);

const asksForPress = (characteristic: string, value: Uint8Array): boolean => {
  if (characteristic !== uuids.controlPoint) return false;
  const decoded = decodeResponse(value);
  return decoded.ok && decoded.value.result === 'needsPress';
};

/**
 * The same boots with this person, who presses the button soon after the boots answer a central that they need a press.
 */
export const withBystander = (boots: Firmware, clock: Clock): Peripheral => ({
  name: boots.name,
  services: boots.services,
  open: (central) =>
    boots.open({
      payload: central.payload,
      drop: () => central.drop(),
      notify: (characteristic, value) => {
        if (asksForPress(characteristic, value)) clock.after(REACTION_TIME, () => boots.pressButton());
        central.notify(characteristic, value);
      },
    }),
});
