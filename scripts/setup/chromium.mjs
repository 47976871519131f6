/** Finds a Chromium: the one that Playwright has downloaded, otherwise a Chromium or Chrome of the system. */

import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

function executable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Absolute path of a program on the search path, or null. */
export function whereIs(name) {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/sbin', '/bin'];
  return folders.map((folder) => join(folder, name)).find(executable) ?? null;
}

/** Absolute path of a Chromium, or null. Works only after the npm packages are installed. */
export async function chromiumPath() {
  const { chromium } = await import('playwright');
  const own = chromium.executablePath();
  if (own !== '' && executable(own)) return own;
  return names.map(whereIs).find((path) => path !== null) ?? null;
}
