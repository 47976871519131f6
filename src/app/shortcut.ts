/** What a shortcut of the installed page asks for. The manifest (scripts/vite/web-app.ts) has the shortcuts. */

import type { LastSession } from '../ui/places/at-home.ts';

const QUERY = 'open';

export type Shortcut = 'connectSimulated' | 'repeatLastSession';

/** Returns the intent that the address asks for, as in `?open=again`; null = none. */
export function shortcutIn({ searchParams }: URL, last: LastSession | null): Shortcut | null {
  switch (searchParams.get(QUERY)) {
    case 'simulated':
      return 'connectSimulated';
    // Browsers let a page ask for real boots only inside a press. The home screen has a button for that.
    case 'again':
      return last?.simulated ? 'repeatLastSession' : null;
    default:
      return null;
  }
}

/** The address without what a shortcut asked for, so that a reload does not do it again. */
export function withoutShortcut(address: URL): URL {
  const bare = new URL(address);
  bare.searchParams.delete(QUERY);
  return bare;
}
