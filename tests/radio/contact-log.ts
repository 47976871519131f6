/** Wraps boots to record what a central asks of them, and when. */

import { decodeCommand, isStop } from '../../firmware-protocol/command.ts';
import { uuids } from '../../firmware-protocol/profile.ts';
import type { Peripheral } from '../../src/simulator/peripheral.ts';
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

export const noting = (boots: Peripheral, noted: Noted, diary: Diary): Peripheral => ({
  name: boots.name,
  services: boots.services,
  open: (central) => {
    const link = boots.open(central);
    diary.note(link ? 'boots: link' : 'boots: link refused');
    return (
      link && {
        read: (characteristic) => {
          noted.asked = sinceEpoch();
          return link.read(characteristic);
        },
        write: (characteristic, value, withResponse) => {
          noted.asked = sinceEpoch();
          if (characteristic === uuids.controlPoint && isStop(value)) noted.stops.push(noted.asked);
          if (characteristic === uuids.controlPoint) diary.note(`boots: ${commandName(value)}`);
          link.write(characteristic, value, withResponse);
        },
        subscribe: (characteristic, wanted) => link.subscribe(characteristic, wanted),
        close: () => {
          diary.note('boots: link over');
          link.close();
        },
      }
    );
  },
});
