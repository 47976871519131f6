/** The behaviours of bluetoothd that a browser notices and that differ between versions and configurations. */

export interface BluezQuirks {
  /**
   * True: services stay on the bus when the link drops (`Cache = always`, the default), and notifications resume after a reconnect.
   * False: services are removed from the bus and added again.
   */
  readonly keepsServices: boolean;
  /** Milliseconds from ServicesResolved until new services appear on the bus. `until shown`: they appear when the test calls `showServices`. */
  readonly servicesDelay: number | 'until shown';
  /** How long the link stays up after Disconnect, ms. Connect meanwhile returns the same link. */
  readonly disconnectTime: number;
  /** On the first connection to a device, Connected is signalled only after a second call of Connect. */
  readonly firstUnsignalled: boolean;
  /** A write with response is refused while another to the same characteristic is pending. */
  readonly refusesOverlaps: boolean;
}

/** bluetoothd 5.66 as configured by Debian, with the battery plugin; measured with Chromium 156. */
export const stockQuirks: BluezQuirks = {
  keepsServices: true,
  servicesDelay: 60,
  disconnectTime: 2000,
  firstUnsignalled: true,
  refusesOverlaps: true,
};

/** A BlueZ without these quirks, for test pages that do not handle them. */
export const noQuirks: BluezQuirks = {
  keepsServices: false,
  servicesDelay: 0,
  disconnectTime: 0,
  firstUnsignalled: false,
  refusesOverlaps: false,
};
