/** What a simulated link is like, and what can be made to go wrong on it. */

import { LARGEST_VALUE, SMALLEST_PAYLOAD } from '../../../firmware-protocol/profile.ts';
import { type Milliseconds, milliseconds } from '../../../firmware-protocol/quantities.ts';

export interface LinkParameters {
  /** Connection interval, 15 to 50 ms: packets travel at these beats only. */
  readonly interval: Milliseconds;
  /** A beat is late by up to this much; less than the interval. */
  readonly jitter: Milliseconds;
  /** Largest write without response, and largest notification, bytes, 61 to 512. */
  readonly payload: number;
  /** From connect() until the link is up. */
  readonly connectTime: Milliseconds;
  /** Packets of 251 bytes that one beat carries each way. */
  readonly packetsPerEvent: number;
}

/** A phone or laptop of today: 30 ms, data length extension, ATT MTU 247. */
const typicalLink: LinkParameters = {
  interval: milliseconds(30),
  jitter: milliseconds(3),
  payload: 244,
  connectTime: milliseconds(350),
  packetsPerEvent: 6,
};

/** Throws RangeError on what no link can be. */
export function linkParameters(wanted: Partial<LinkParameters>): LinkParameters {
  const parameters = { ...typicalLink, ...wanted };
  const { interval, jitter, payload, connectTime, packetsPerEvent } = parameters;
  if (!(interval >= 15 && interval <= 50)) throw new RangeError(`a connection interval of ${interval} ms`);
  if (!(jitter >= 0 && jitter < interval)) throw new RangeError(`a jitter of ${jitter} ms`);
  if (!(payload >= SMALLEST_PAYLOAD && payload <= LARGEST_VALUE)) {
    throw new RangeError(`a payload of ${payload} bytes`);
  }
  if (!(connectTime >= 0)) throw new RangeError(`a connect time of ${connectTime} ms`);
  if (!(packetsPerEvent >= 1)) throw new RangeError(`${packetsPerEvent} packets an event`);
  return parameters;
}

/** Declared state: set a field and the link behaves so from then on. Counts run down to 0. */
export interface LinkFaults {
  /** Attempts to connect fail. */
  unreachable: boolean;
  /** No notification arrives any more; operations do. */
  silent: boolean;
  /** Added to the way of every packet sent from now on, in both directions. */
  delay: Milliseconds;
  /** So many of the next operations reach the peripheral and are never answered, not even when the link ends. */
  unanswered: number;
  /** So many of the next operations neither reach the peripheral nor are ever answered. */
  swallowed: number;
  /** So many of the next notifications and values read arrive with one byte changed. */
  garbled: number;
  /** Operations reject at once and do not reach the peripheral: all of them, or those that need an answer. */
  refuses: 'nothing' | 'whatIsAnswered' | 'everything';
}

export const noFaults = (): LinkFaults => ({
  unreachable: false,
  silent: false,
  delay: milliseconds(0),
  unanswered: 0,
  swallowed: 0,
  garbled: 0,
  refuses: 'nothing',
});
