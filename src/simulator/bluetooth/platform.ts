/**
 * How browser and operating system behave between page and radio, as far as platforms differ. The strict platform
 * is Chromium on BlueZ 5.66 as Debian configures it (measured on real machines), with shorter times.
 */

import { type Milliseconds, milliseconds } from '../../../firmware-protocol/quantities.ts';

export interface Platform {
  /**
   * Whether services outlive the link: after a reconnect, earlier subscriptions are active again, subscribing
   * resolves at once, and events still arrive at the objects that subscribed first.
   */
  readonly keepsServices: boolean;
  /** How long after connect() has resolved services appear, unless the platform knows them from an earlier connection. */
  readonly servicesDelay: Milliseconds;
  /**
   * How long a link outlives the page's disconnect. A page that connects meanwhile gets the same link, which then
   * drops.
   */
  readonly disconnectTime: Milliseconds;
  /**
   * This many of a device's first connections are not signalled: connect() resolves, but the page sees the
   * device as not connected.
   */
  readonly unsignalled: number;
}

/** In BlueZ a disconnect takes 1.6 to 2.2 s; tests that need such a time set it. */
export const strictPlatform: Platform = {
  keepsServices: true,
  servicesDelay: milliseconds(60),
  disconnectTime: milliseconds(20),
  unsignalled: 0,
};

export const lenientPlatform: Platform = {
  keepsServices: false,
  servicesDelay: milliseconds(0),
  disconnectTime: milliseconds(0),
  unsignalled: 0,
};

/** @throws RangeError for impossible values */
export function platformFrom(wanted: Partial<Platform>): Platform {
  const platform = { ...strictPlatform, ...wanted };
  const { servicesDelay, disconnectTime, unsignalled } = platform;
  if (!(servicesDelay >= 0)) throw new RangeError(`services ${servicesDelay} ms late`);
  if (!(disconnectTime >= 0)) throw new RangeError(`a disconnect of ${disconnectTime} ms`);
  if (!(Number.isInteger(unsignalled) && unsignalled >= 0)) {
    throw new RangeError(`${unsignalled} connections that are not signalled`);
  }
  return platform;
}
