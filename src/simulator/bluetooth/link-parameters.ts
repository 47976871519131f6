/** Properties of a simulated link, and the faults that can be set on it. */

import { LARGEST_VALUE, SMALLEST_PAYLOAD } from '../../../firmware-protocol/profile.ts';
import { type Milliseconds, milliseconds } from '../../../firmware-protocol/quantities.ts';

export interface LinkParameters {
  /** Time between connection events, 15 to 50 ms. Packets travel only at these events. */
  readonly interval: Milliseconds;
  /** Largest random delay of a connection event; less than the interval. */
  readonly jitter: Milliseconds;
  /**
   * Largest value that one write or notification carries, 61 to 512 bytes. A longer write with response goes in parts.
   */
  readonly payload: number;
  /** Time that a new link takes from connect() until it is up. */
  readonly connectTime: Milliseconds;
  /**
   * Number of packets, of up to 251 bytes, that one connection event carries each way. A frame of more packets goes
   * alone.
   */
  readonly packetsPerEvent: number;
}

/** The link of a typical phone or laptop: data length extension, and an ATT MTU of 247 bytes, which leaves a payload of 244. */
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

/** Faults of a radio and its links. A field takes effect as soon as it is set. Fields that count operations or values run down to 0. */
export interface LinkFaults {
  /** No new link comes up. */
  unreachable: boolean;
  /** Notifications and indications are lost; operations still work. */
  silent: boolean;
  /** Notifications and indications of these characteristics (UUIDs) are lost, even if the page subscribes again. */
  mutes: readonly string[];
  /** Extra delay of each value, request and response sent from now on, in both directions. */
  delay: Milliseconds;
  /** Time that the central takes to confirm an indication. */
  confirmation: Milliseconds;
  /** This many of the next indications are lost. To the peripheral they count as confirmed. */
  indicationsLost: number;
  /**
   * Each indication sent from now on arrives after each of these delays, so that with two it arrives twice. Answers of
   * the boots are indications.
   */
  indicationsAfter: readonly Milliseconds[];
  /** This many of the next writes do not reach the peripheral, although their operations succeed. */
  writesLost: number;
  /** This many of the next operations reach the peripheral, but their promises never settle, not even when the link ends. */
  unanswered: number;
  /** This many of the next operations do not reach the peripheral, and their promises never settle. */
  swallowed: number;
  /** This many of the next notified, indicated or read values arrive with one byte changed. */
  garbled: number;
  /**
   * If the link ends while an operation is pending, the page loses its Bluetooth: neither that operation nor a later
   * requestDevice(), getDevices(), getAvailability() or connect() settles. Chromium does so on a BlueZ that removes
   * the services of a lost link.
   */
  costsBluetooth: boolean;
  /** Which operations reject at once without reaching the peripheral: none, those that wait for a response, or all. */
  refuses: 'nothing' | 'whatIsAnswered' | 'everything';
}

export const noFaults = (): LinkFaults => ({
  unreachable: false,
  silent: false,
  mutes: [],
  delay: milliseconds(0),
  confirmation: milliseconds(0),
  indicationsLost: 0,
  indicationsAfter: [milliseconds(0)],
  writesLost: 0,
  unanswered: 0,
  swallowed: 0,
  garbled: 0,
  costsBluetooth: false,
  refuses: 'nothing',
});

/**
 * The value as it arrives: with one byte changed if `faults.garbled` is above 0, which then counts down. @param random
 * uniform in [0, 1)
 */
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
