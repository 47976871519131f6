/** What a shortcut of the installed page asks for. The manifest (scripts/vite/web-app.ts) has the shortcuts. */

import type { LastSession } from '../ui/places/at-home.ts';

const QUERY = 'open';

export type Shortcut = 'connectSimulated' | 'repeatLastSession' | 'repeatOnKnownBoots';

/** Returns what the address asks for, as in `?open=again`; null if it asks for nothing that can be done. */
export function shortcutIn({ searchParams }: URL, last: LastSession | null): Shortcut | null {
  switch (searchParams.get(QUERY)) {
    case 'simulated':
      return 'connectSimulated';
    case 'again':
      if (last === null) return null;
      // Browsers open their chooser only inside a press, so real boots are connected only if the browser remembers them.
      return last.simulated ? 'repeatLastSession' : 'repeatOnKnownBoots';
    default:
      return null;
  }
}

/** Without the shortcut's query, a reload does not carry out the shortcut again. */
export function withoutShortcut(address: URL): URL {
  const bare = new URL(address);
  bare.searchParams.delete(QUERY);
  return bare;
}
