/** The state of the desk: a small window, notifications and a chime, for a user who works in another window. */

export interface DeskView {
  /** The small window. `none`: the browser cannot open one. */
  readonly mini: 'none' | 'closed' | 'open';
  /** Notifications. `denied`: the user has forbidden them in the browser. `none`: the browser has none. */
  readonly notify: 'none' | 'off' | 'on' | 'denied';
  readonly chime: boolean;
}

export const noDesk: DeskView = { mini: 'none', notify: 'none', chime: false };
