/**
 * Removes the addresses of Web Awesome's icon network from the built page. Our own sprite sheet is registered
 * instead (src/ui/icons.ts); this ensures that a forgotten icon shows nothing rather than contacting another
 * origin.
 */

import type { Plugin } from 'vite';

const address = /`https:\/\/ka-[a-z]\.fontawesome\.com\/[^`]*`/g;

export function withoutIconNetwork(): Plugin {
  return {
    name: 'without-icon-network',
    apply: 'build',
    transform: {
      filter: { id: /@awesome\.me\/webawesome/, code: /ka-[a-z]\.fontawesome\.com/ },
      handler: (code) => ({ code: code.replace(address, "''"), map: null }),
    },
  };
}
