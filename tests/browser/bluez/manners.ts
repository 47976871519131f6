/** How bluetoothd behaves towards a browser, where versions and configurations differ. */

export interface Manners {
  /**
   * Services stay on the bus through a drop (`Cache = always`, the default); notifications that were on are on again after a
   * reconnect. False = they are taken off the bus and added anew.
   */
  readonly keepsServices: boolean;
  /** Services come so long after ServicesResolved says that they are there, where they are not on the bus yet, ms. */
  readonly servicesLate: number;
  /** From Disconnect to the link's end, ms. Who connects meanwhile gets that same link. */
  readonly disconnectTakes: number;
  /** On a device that was never connected Connected is not signalled before Connect is called a second time. */
  readonly firstUnsignalled: boolean;
  /** A write with response while one to that characteristic is under way is refused. */
  readonly refusesOverlaps: boolean;
}

/** bluetoothd 5.66 as Debian configures it, with the battery plugin; measured under Chromium 156. */
export const stock: Manners = {
  keepsServices: true,
  servicesLate: 60,
  disconnectTakes: 2000,
  firstUnsignalled: true,
  refusesOverlaps: true,
};

/** For pages that are no part of what is tested, and pay no heed to any of this. */
export const kind: Manners = {
  keepsServices: false,
  servicesLate: 0,
  disconnectTakes: 0,
  firstUnsignalled: false,
  refusesOverlaps: false,
};
