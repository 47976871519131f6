/**
 * How browser and operating system behave between a page and its radio, where platforms differ. The strict one is BlueZ 5.66 as Debian
 * configures it, under Chromium (measured on real ones), with shorter times.
 */

import { type Milliseconds, milliseconds } from '../../../firmware-protocol/quantities.ts';

export interface Platform {
  /**
   * Services outlive the link. Notifications once asked for are on again after a reconnect, asking for them resolves at once, and their
   * events go on at the objects that asked first. False = each connection has them anew.
   */
  readonly keepsServices: boolean;
  /** Services are found only so long after connect() has resolved, where they are not kept from before. */
  readonly servicesLate: Milliseconds;
  /** A link that the page ends lives on for so long. Connecting meanwhile gives that same link, which then drops. */
  readonly disconnectTakes: Milliseconds;
  /** So many of a device's first connections are not signalled: connect() resolves, and the page is told that it is not connected. */
  readonly unsignalled: number;
}

/** In BlueZ a disconnect takes 1.6 to 2.2 s; the tests of that set it. */
export const strictPlatform: Platform = {
  keepsServices: true,
  servicesLate: milliseconds(60),
  disconnectTakes: milliseconds(20),
  unsignalled: 0,
};

export const kindPlatform: Platform = {
  keepsServices: false,
  servicesLate: milliseconds(0),
  disconnectTakes: milliseconds(0),
  unsignalled: 0,
};

/** Throws RangeError on what no platform does. */
export function platformLike(wanted: Partial<Platform>): Platform {
  const platform = { ...strictPlatform, ...wanted };
  const { servicesLate, disconnectTakes, unsignalled } = platform;
  if (!(servicesLate >= 0)) throw new RangeError(`services ${servicesLate} ms late`);
  if (!(disconnectTakes >= 0)) throw new RangeError(`a disconnect of ${disconnectTakes} ms`);
  if (!(Number.isInteger(unsignalled) && unsignalled >= 0)) {
    throw new RangeError(`${unsignalled} connections that are not signalled`);
  }
  return platform;
}
