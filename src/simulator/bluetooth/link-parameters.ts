/** Properties of a simulated link, and the faults that can be set on it. */

import { LARGEST_VALUE, SMALLEST_PAYLOAD } from '../../../firmware-protocol/profile.ts';
import { type Milliseconds, milliseconds } from '../../../firmware-protocol/quantities.ts';

export interface LinkParameters {
  /** Time between connection events, 15 to 50 ms. Packets travel only at these events. */
  readonly interval: Milliseconds;
  /** Largest random delay of a connection event, ms; less than the interval. */
  readonly jitter: Milliseconds;
  /**
   * Largest value that one write or notification carries, 61 to 512 bytes. A longer write with response goes in parts.
   */
  readonly payload: number;
  /** Time from connect() until the link is up, ms. */
  readonly connectTime: Milliseconds;
  /**
   * Number of packets, of up to 251 bytes, that one connection event carries each way. A frame of more packets goes
   * alone.
   */
  readonly packetsPerEvent: number;
}

/** The link of a present-day phone or laptop, with data length extension and an ATT MTU of 247. */
const typicalLink: LinkParameters = {
  interval: milliseconds(30),
  jitter: milliseconds(3),
  payload: 244,
  connectTime: milliseconds(350),
  packetsPerEvent: 6,
};

/** @throws RangeError for impossible values */
export function linkParameters(wanted: Partial<LinkParameters>): LinkParameters {
  const parameters = { ...typicalLink, ...wanted };
  const { interval, jitter, payload, connectTime, packetsPerEvent } = parameters;
  if (!(interval >= 15 && interval <= 50))
    throw new RangeError(`A connection interval is 15 to 50 ms, not ${interval}`);
  if (!(jitter >= 0 && jitter < interval))
    throw new RangeError(`A jitter is shorter than the interval, not ${jitter} ms`);
  if (!(payload >= SMALLEST_PAYLOAD && payload <= LARGEST_VALUE)) {
    throw new RangeError(`A payload is ${SMALLEST_PAYLOAD} to ${LARGEST_VALUE} bytes, not ${payload}`);
  }
  if (!(connectTime >= 0)) throw new RangeError(`A connect time is 0 ms or more, not ${connectTime}`);
  if (!(packetsPerEvent >= 1))
    throw new RangeError(`An event carries 1 packet or more, not ${packetsPerEvent}`);
  return parameters;
}

/** Faults of a radio and its links. Set a field, and links behave accordingly from then on. Counts run down to 0. */
export interface LinkFaults {
  /** Connection attempts fail. */
  unreachable: boolean;
  /** Notifications and indications are lost; operations still work. */
  silent: boolean;
  /** Like `silent`, but only for these characteristics. Subscribing again does not help. */
  mutes: readonly string[];
  /** Extra delay of every frame sent from now on, in both directions, ms. */
  delay: Milliseconds;
  /** Time that the central takes to confirm an indication, ms. */
  confirmation: Milliseconds;
  /** This many of the next operations reach the peripheral, but their promises never settle, not even when the link ends. */
  unanswered: number;
  /** This many of the next operations do not reach the peripheral, and their promises never settle. */
  swallowed: number;
  /** This many of the next notified, indicated or read values arrive with one byte changed. */
  garbled: number;
  /**
   * If the link is lost while an operation is pending, the page loses its whole Bluetooth: that operation never settles,
   * nor does anything that the page then asks of its `Bluetooth`. Chromium does so on a BlueZ that removes the services of
   * a lost link.
   */
  costsBluetooth: boolean;
  /** Which operations reject at once without reaching the peripheral: none, those that need an answer, or all. */
  refuses: 'nothing' | 'whatIsAnswered' | 'everything';
}

export const noFaults = (): LinkFaults => ({
  unreachable: false,
  silent: false,
  mutes: [],
  delay: milliseconds(0),
  confirmation: milliseconds(0),
  unanswered: 0,
  swallowed: 0,
  garbled: 0,
  costsBluetooth: false,
  refuses: 'nothing',
});

/** The value as it arrives: with one byte changed while `faults.garbled` counts down. @param random uniform in [0, 1) */
export function received(
  value: Uint8Array<ArrayBuffer>,
  faults: LinkFaults,
  random: () => number,
): Uint8Array<ArrayBuffer> {
  if (faults.garbled === 0 || value.length === 0) return value;
  faults.garbled--;
  const copy = value.slice();
  const at = Math.floor(random() * copy.length);
  copy[at] = (copy[at] ?? 0) ^ (1 + Math.floor(random() * 255));
  return copy;
}
