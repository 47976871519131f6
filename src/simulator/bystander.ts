/** Simulates a person beside the boots, who presses their button when the boots ask for a press. */

import { uuids } from '../../firmware-protocol/profile.ts';
import { type Milliseconds, milliseconds } from '../../firmware-protocol/quantities.ts';
import { decodeResponse } from '../../firmware-protocol/response.ts';
import type { Clock } from '../clock/clock.ts';
import type { Firmware } from './firmware/firmware.ts';
import type { Peripheral } from './peripheral.ts';
import { wrapped } from './wrapped.ts';

/** Time that this person needs to read the page's message and bend down. */
const REACTION_TIME: Milliseconds = milliseconds(2000);

const asksForPress = (characteristic: string, value: Uint8Array): boolean => {
  if (characteristic !== uuids.controlPoint) return false;
  const decoded = decodeResponse(value);
  return decoded.ok && decoded.value.result === 'needsPress';
};

/** Puts a person beside the boots, who presses the button `REACTION_TIME` after each answer that asks for a press. */
export const withBystander = (boots: Firmware, clock: Clock): Peripheral =>
  wrapped(boots, {
    sent: (characteristic, value) => {
      if (asksForPress(characteristic, value)) clock.after(REACTION_TIME, () => boots.pressButton());
    },
  });
