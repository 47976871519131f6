/** A peripheral that records what the page writes, and can change, lose or delay values on their way. */

import { type Op, opCodes } from '../../firmware-protocol/command.ts';
import { uuids } from '../../firmware-protocol/profile.ts';
import { milliseconds } from '../../firmware-protocol/quantities.ts';
import type { VirtualClock } from '../../src/clock/virtual-clock.ts';
import type { Central, Peripheral, PeripheralLink } from '../../src/simulator/peripheral.ts';

/** Records what the page writes, and can change values on their way. */
export interface Tap {
  readonly written: {
    readonly characteristic: string;
    readonly value: Uint8Array;
    readonly at: number;
    /** Number of the link on which the value came, from 1. */
    readonly link: number;
    /** When the boots answered over the Control Point, ms of the rig's clock; null if they have not. */
    answeredAt: number | null;
  }[];
  links: number;
  /** Returns what arrives instead of a value that the boots send; null loses the value. */
  fromBoots: (characteristic: string, value: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer> | null;
  /** Returns an answer to a write that the boots then do not receive; null lets the boots receive the write. */
  inPlace: (characteristic: string, value: Uint8Array) => Uint8Array<ArrayBuffer> | null;
  isLost: (characteristic: string, value: Uint8Array) => boolean;
  /**
   * Delays after which an answer of the Control Point arrives, ms. With several, the answer arrives several
   * times.
   */
  answersAfter: (value: Uint8Array) => readonly number[];
  /** Delay of a status notification, ms. Other notifications are not delayed. */
  statusAfter: () => number;
}

function noteAnswer({ written }: Tap, [, op, , counter]: Uint8Array, at: number): void {
  const asked = written.findLast(
    ({ characteristic, value }) =>
      characteristic === uuids.controlPoint && value[0] === op && value[1] === counter,
  );
  if (asked) asked.answeredAt = at;
}

function delaysOf(tap: Tap, characteristic: string, said: Uint8Array): readonly number[] {
  if (characteristic === uuids.controlPoint) return tap.answersAfter(said);
  return characteristic === uuids.status ? [tap.statusAfter()] : [0];
}

export function tapped(
  inner: Peripheral,
  clock: VirtualClock,
  services: Peripheral['services'],
): Peripheral & { readonly tap: Tap } {
  const tap: Tap = {
    written: [],
    links: 0,
    fromBoots: (_, value) => value,
    inPlace: () => null,
    isLost: () => false,
    answersAfter: () => [0],
    statusAfter: () => 0,
  };
  return {
    tap,
    name: inner.name,
    services,
    open(central: Central): PeripheralLink | null {
      const number = ++tap.links;
      /** Passes on a value of the boots. An indication that the tap loses or delays counts as confirmed. */
      const hear = (
        characteristic: string,
        value: Uint8Array<ArrayBuffer>,
        confirmed: () => void = () => undefined,
      ): void => {
        if (characteristic === uuids.controlPoint) noteAnswer(tap, value, clock.now());
        const said = tap.fromBoots(characteristic, value);
        const delays = said ? delaysOf(tap, characteristic, said) : [];
        if (said && central.indicate && characteristic === uuids.controlPoint && delays.join() === '0') {
          central.indicate(characteristic, said, confirmed);
          return;
        }
        for (const delay of delays) {
          if (said && delay === 0) central.notify(characteristic, said);
          else if (said) clock.after(milliseconds(delay), () => central.notify(characteristic, said));
        }
        confirmed();
      };
      const link = inner.open({
        payload: central.payload,
        drop: () => central.drop(),
        notify: hear,
        indicate: hear,
      });
      return (
        link && {
          read: (characteristic) =>
            tap.fromBoots(characteristic, link.read(characteristic)) ?? new Uint8Array(),
          write: (characteristic, value, withResponse) => {
            tap.written.push({
              characteristic,
              value: value.slice(),
              at: clock.now(),
              link: number,
              answeredAt: null,
            });
            if (tap.isLost(characteristic, value)) return;
            const answer = tap.inPlace(characteristic, value);
            if (answer) central.notify(characteristic, answer);
            else link.write(characteristic, value, withResponse);
          },
          subscribe: (characteristic, wanted) => link.subscribe(characteristic, wanted),
          close: () => link.close(),
        }
      );
    },
  };
}

/** Number of frames with this command that the page has written. */
export const sent = ({ written }: Tap, op: Op): number =>
  written.filter(
    ({ characteristic, value }) => characteristic === uuids.controlPoint && value[0] === opCodes[op],
  ).length;
