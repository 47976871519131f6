/**
 * Takes the addresses of Web Awesome's icon network out of the built page. Our own sprite sheet is registered in their place
 * (src/ui/icons.ts); this makes sure that an icon we forgot shows nothing instead of asking another origin.
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
