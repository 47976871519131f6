/**
 * How browser and operating system behave between page and radio, where platforms differ. The strict platform
 * is Chromium on BlueZ 5.66 as Debian configures it (measured on real machines), with shorter times.
 */

import { type Milliseconds, milliseconds } from '../../../firmware-protocol/quantities.ts';

export interface Platform {
  /**
   * Services outlive the link. After a reconnect, earlier subscriptions are active again, subscribing
   * resolves at once, and events still arrive at the objects that subscribed first. False = each connection
   * starts anew.
   */
  readonly keepsServices: boolean;
  /** Services not kept from an earlier connection appear this long after connect() has resolved. */
  readonly servicesLate: Milliseconds;
  /**
   * How long a link outlives the page's disconnect. Connecting meanwhile returns the same link, which then
   * drops.
   */
  readonly disconnectTakes: Milliseconds;
  /**
   * This many of a device's first connections are not signalled: connect() resolves, but the page sees the
   * device as not connected.
   */
  readonly unsignalled: number;
}

/** In BlueZ a disconnect takes 1.6 to 2.2 s; tests that need it set it. */
export const strictPlatform: Platform = {
  keepsServices: true,
  servicesLate: milliseconds(60),
  disconnectTakes: milliseconds(20),
  unsignalled: 0,
};

export const lenientPlatform: Platform = {
  keepsServices: false,
  servicesLate: milliseconds(0),
  disconnectTakes: milliseconds(0),
  unsignalled: 0,
};

/** Throws RangeError for impossible values. */
export function platformFrom(wanted: Partial<Platform>): Platform {
  const platform = { ...strictPlatform, ...wanted };
  const { servicesLate, disconnectTakes, unsignalled } = platform;
  if (!(servicesLate >= 0)) throw new RangeError(`services ${servicesLate} ms late`);
  if (!(disconnectTakes >= 0)) throw new RangeError(`a disconnect of ${disconnectTakes} ms`);
  if (!(Number.isInteger(unsignalled) && unsignalled >= 0)) {
    throw new RangeError(`${unsignalled} connections that are not signalled`);
  }
  return platform;
}
