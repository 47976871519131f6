/** `npm start`: from a fresh clone to the page in a browser. */

import { openBrowser } from './setup/browser.mjs';
import { ensureBuilt } from './setup/build.mjs';
import { ensurePackages } from './setup/packages.mjs';
import { dist } from './setup/paths.mjs';

await ensurePackages();
await ensureBuilt();

const { serve } = await import('./setup/server.mjs');
const { server, address } = await serve(dist, 4173);

console.log(`\n  Heartward is at ${address}\n  Press Ctrl-C to stop.\n`);
openBrowser(address);

function end() {
  server.close(() => process.exit(0));
  server.closeAllConnections();
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, end);
