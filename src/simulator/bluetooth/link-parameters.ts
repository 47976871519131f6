/** Properties of a simulated link, and the faults that tests can set on it. */

import { LARGEST_VALUE, SMALLEST_PAYLOAD } from '../../../firmware-protocol/profile.ts';
import { type Milliseconds, milliseconds } from '../../../firmware-protocol/quantities.ts';

export interface LinkParameters {
  /** Connection interval, the time between connection events: 15 to 50 ms. Packets travel only at these events. */
  readonly interval: Milliseconds;
  /** Largest random delay of a connection event; less than the interval. */
  readonly jitter: Milliseconds;
  /** Largest write without response and largest notification, bytes, 61 to 512. */
  readonly payload: number;
  /** Time from connect() until the link is up. */
  readonly connectTime: Milliseconds;
  /** Packets of 251 bytes that one connection event carries each way. */
  readonly packetsPerEvent: number;
}

/** A present-day phone or laptop: an interval of 30 ms, data length extension, an ATT MTU of 247. */
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
  if (!(interval >= 15 && interval <= 50)) throw new RangeError(`a connection interval of ${interval} ms`);
  if (!(jitter >= 0 && jitter < interval)) throw new RangeError(`a jitter of ${jitter} ms`);
  if (!(payload >= SMALLEST_PAYLOAD && payload <= LARGEST_VALUE)) {
    throw new RangeError(`a payload of ${payload} bytes`);
  }
  if (!(connectTime >= 0)) throw new RangeError(`a connect time of ${connectTime} ms`);
  if (!(packetsPerEvent >= 1)) throw new RangeError(`${packetsPerEvent} packets an event`);
  return parameters;
}

/** Set a field, and the link behaves accordingly from then on. Counts run down to 0. */
export interface LinkFaults {
  /** Connection attempts fail. */
  unreachable: boolean;
  /** Notifications are lost; operations still work. */
  silent: boolean;
  /** Notifications and indications of these characteristics are lost, however often the page subscribes; reading works. */
  mutes: readonly string[];
  /** Extra delay of every packet sent from now on, in both directions. */
  delay: Milliseconds;
  /**
   * This many of the next operations reach the peripheral but are never answered, not even when the link
   * ends.
   */
  unanswered: number;
  /** This many of the next operations neither reach the peripheral nor are answered. */
  swallowed: number;
  /** This many of the next notifications and read values arrive with one byte changed. */
  garbled: number;
  /**
   * Which operations reject at once without reaching the peripheral: all of them, or those that need an
   * answer.
   */
  refuses: 'nothing' | 'whatIsAnswered' | 'everything';
}

export const noFaults = (): LinkFaults => ({
  unreachable: false,
  silent: false,
  mutes: [],
  delay: milliseconds(0),
  unanswered: 0,
  swallowed: 0,
  garbled: 0,
  refuses: 'nothing',
});
