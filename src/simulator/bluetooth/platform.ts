/**
 * How a browser and an operating system behave between page and radio, as far as platforms differ. The strict platform
 * is Chromium on BlueZ 5.66 as Debian configures it (measured on real machines), with shorter times.
 */

import { type Milliseconds, milliseconds } from '../../../firmware-protocol/quantities.ts';

export interface Platform {
  /**
   * Whether services outlive the link: after a reconnect, earlier subscriptions are active again, subscribing to them
   * again resolves at once, and values still arrive at the objects that subscribed first.
   */
  readonly keepsServices: boolean;
  /**
   * Time from when connect() resolves until services appear. With `keepsServices`, services found in an earlier
   * connection appear at once.
   */
  readonly servicesDelay: Milliseconds;
  /**
   * Time for which a link stays up after the page has disconnected, or after a connection that was not signalled to
   * the page. A page that connects meanwhile gets the same link, which still ends after that time.
   */
  readonly disconnectTime: Milliseconds;
  /**
   * Number of a device's first connections that the platform does not signal: connect() resolves, but to the page the
   * device is not connected.
   */
  readonly unsignalled: number;
}

/** `disconnectTime` is shorter than that of BlueZ, where a disconnect takes 1.6 to 2.2 s. */
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
  if (!(servicesDelay >= 0)) throw new RangeError(`Services are 0 ms late or more, not ${servicesDelay}`);
  if (!(disconnectTime >= 0)) throw new RangeError(`A disconnect takes 0 ms or more, not ${disconnectTime}`);
  if (!(Number.isInteger(unsignalled) && unsignalled >= 0)) {
    throw new RangeError(`A whole number of connections is not signalled, not ${unsignalled}`);
  }
  return platform;
}
