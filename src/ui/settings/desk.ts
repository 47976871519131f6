/** What serves a user who works in another window during a session: a small window, notifications and a chime. */

export interface DeskView {
  /** `none`: the browser cannot open a small window. */
  readonly mini: 'none' | 'closed' | 'open';
  /** `denied`: the user has forbidden notifications in the browser. `none`: the browser has none. */
  readonly notify: 'none' | 'off' | 'on' | 'denied';
  readonly chime: boolean;
}

export const noDesk: DeskView = { mini: 'none', notify: 'none', chime: false };
