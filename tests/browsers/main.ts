/**
 * `npm run browsers`: runs a session on simulated boots, to its end, in Firefox ESR and WebKitGTK as Debian
 * packages them. Takes about three minutes each. `-- firefox` or `-- webkit` runs one of them.
 */

import { serveFolder } from '../browser/serving/app-server.ts';
import { builtApp } from '../browser/serving/built-app.ts';
import type { Driver } from './driver.ts';
import { firefox } from './firefox.ts';
import { runSession } from './run-session.ts';
import { webkit } from './webkit.ts';

const browsers: Readonly<Record<string, () => Promise<Driver>>> = { firefox, webkit };

const asked = process.argv.slice(2);
const unknown = asked.find((name) => !(name in browsers));
if (unknown !== undefined) {
  console.error(`There is no browser ${unknown} here: ${Object.keys(browsers).join(', ')}.`);
  process.exit(2);
}

const server = await serveFolder(await builtApp());
let failed = false;
for (const [name, launch] of Object.entries(browsers)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  let browser: Driver | null = null;
  try {
    browser = await launch();
    console.log(`${browser.name}: ${(await runSession(browser, server.url)).join('; ')}`);
  } catch (error) {
    failed = true;
    console.error(`${browser?.name ?? name}: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    await browser?.end();
  }
}
await server.end();
process.exit(failed ? 1 : 0);
