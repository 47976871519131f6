/**
 * Removes the addresses of Web Awesome's icon network from the built page. src/ui/icons.ts registers this page's own icons instead. An
 * icon that is forgotten there shows nothing, and does not make the page contact another origin.
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
