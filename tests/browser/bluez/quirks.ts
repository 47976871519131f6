/** Behaviours of bluetoothd that a page can notice and that differ between versions and configurations. */

export interface BluezQuirks {
  /**
   * True: the services stay on the bus when the link drops (`Cache = always`, the default), and notifications
   * resume after a reconnect. False: BlueZ removes the services, and adds new ones after a reconnect.
   */
  readonly keepsServices: boolean;
  /**
   * Time from ServicesResolved until new services appear on the bus, ms. `until shown`: they appear when the test
   * calls `showServices`.
   */
  readonly servicesDelay: number | 'until shown';
  /** How long the link stays up after Disconnect, ms. A Connect in the meantime returns the same link. */
  readonly disconnectTime: number;
  /** At the first connection to a device, BlueZ signals Connected only after a second call of Connect. */
  readonly firstUnsignalled: boolean;
  /**
   * BlueZ refuses a write with response while another write with response to the same characteristic is
   * pending.
   */
  readonly refusesOverlaps: boolean;
  /** A write without response of 511 or 512 bytes is reported as sent, and lost. */
  readonly losesLongestWrites: boolean;
  /** Notifications of a characteristic are lost while the browser reads this characteristic back to back. */
  readonly losesBesideReads: boolean;
}

/** bluetoothd 5.66 as Debian configures it, with the battery plugin. Measured with Chromium 156. */
export const stockQuirks: BluezQuirks = {
  keepsServices: true,
  servicesDelay: 60,
  disconnectTime: 2000,
  firstUnsignalled: true,
  refusesOverlaps: true,
  losesLongestWrites: true,
  losesBesideReads: true,
};

export const noQuirks: BluezQuirks = {
  keepsServices: false,
  servicesDelay: 0,
  disconnectTime: 0,
  firstUnsignalled: false,
  refusesOverlaps: false,
  losesLongestWrites: false,
  losesBesideReads: false,
};
