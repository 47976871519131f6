/** Wraps boots to record what a central asks of them, and when. */

import { decodeCommand, isStop } from '../../firmware-protocol/command.ts';
import { uuids } from '../../firmware-protocol/profile.ts';
import type { Peripheral } from '../../src/simulator/peripheral.ts';
import { wrapped } from '../../src/simulator/wrapped.ts';
import type { Diary } from './diary.ts';
import { sinceEpoch } from './shown-against-true.ts';

export interface Noted {
  /** When a central last read or wrote, ms since 1970. */
  asked: number;
  /** When each Stop arrived, ms since 1970. */
  readonly stops: number[];
}

/** The name of the command in a write to the Control Point, for the diary. */
function commandName(bytes: Uint8Array): string {
  if (isStop(bytes)) return 'Stop';
  const decoded = decodeCommand(bytes);
  return decoded.ok ? decoded.value.op : `a refused frame: ${decoded.refusal.message}`;
}

export const noting = (boots: Peripheral, noted: Noted, diary: Diary): Peripheral => {
  const stopIn = (characteristic: string, value: Uint8Array): boolean =>
    characteristic === uuids.controlPoint && isStop(value);
  return wrapped(boots, {
    opened: (isAccepted) => diary.note(isAccepted ? 'boots: link' : 'boots: link refused'),
    read: () => {
      noted.asked = sinceEpoch();
    },
    written: (characteristic, value) => {
      noted.asked = sinceEpoch();
      if (stopIn(characteristic, value)) noted.stops.push(noted.asked);
      if (characteristic === uuids.controlPoint) diary.note(`boots: ${commandName(value)}`);
    },
    prepared: (characteristic, offset, part) => {
      noted.asked = sinceEpoch();
      if (offset === 0 && stopIn(characteristic, part)) noted.stops.push(noted.asked);
    },
    closed: () => diary.note('boots: link over'),
  });
};
