/** What the page offers while it is hidden: a small window, notifications, a chime. */

export interface DeskView {
  /** The small window; `none`: this browser has none. */
  readonly mini: 'none' | 'closed' | 'open';
  /** Notifications; `denied`: the browser refuses them, and only its settings can change that; `none`: it has none. */
  readonly notify: 'none' | 'off' | 'on' | 'denied';
  readonly chime: boolean;
}

export const noDesk: DeskView = { mini: 'none', notify: 'none', chime: false };
