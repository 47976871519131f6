/** `npm run browsers`: installs what tests/browsers needs on Debian, or says what to install, and runs it. */

import { ensurePackages } from './setup/packages.mjs';
import { installed } from './setup/paths.mjs';
import { runNode } from './setup/process.mjs';
import { ensureDebianPackages } from './setup/system.mjs';

const args = process.argv.slice(2);
const wants = (name) => args.length === 0 || args.includes(name);

await ensurePackages();
await ensureDebianPackages({
  ...(wants('firefox') ? { 'firefox-esr': 'firefox-esr' } : {}),
  ...(wants('webkit') ? { WebKitWebDriver: 'webkit2gtk-driver', Xvfb: 'xvfb' } : {}),
});
process.exit(await runNode([installed('tsx', 'dist', 'cli.mjs'), 'tests/browsers/main.ts', ...args]));
