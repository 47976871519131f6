/** Finds the Chromium that the tests drive, and the flags it needs. */

import { existsSync } from 'node:fs';
import { chromium } from 'playwright';

/** Where Linux distributions install Chromium and Chrome. */
const INSTALLED = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map(
  (name) => `/usr/bin/${name}`,
);

/**
 * Returns the path of Playwright's own Chromium if it was downloaded, else of an installed one. If there is
 * neither, throws an error that says what to install.
 */
export const chromiumExecutable = (): string => {
  const found = [chromium.executablePath(), ...INSTALLED].find((candidate) => existsSync(candidate));
  if (found !== undefined) return found;
  throw new Error(
    'No Chromium found. Debian: apt-get install chromium. Elsewhere: npx playwright install --with-deps chromium',
  );
};

/**
 * Debian's path of Chromium's headless shell: the same engine without browser windows, which takes a third less
 * processor time.
 */
const HEADLESS_SHELL = '/usr/bin/chromium-headless-shell';

/** Returns the headless shell if it is installed, else the whole Chromium. */
export const headlessExecutable = (): string =>
  existsSync(HEADLESS_SHELL) ? HEADLESS_SHELL : chromiumExecutable();

/** Chromium's sandbox does not start for root, and tests in containers often run as root. */
export const sandboxFlags = (): readonly string[] => (process.getuid?.() === 0 ? ['--no-sandbox'] : []);

/**
 * The Chromium feature that users on Linux must switch on (about:flags, "Web Bluetooth"); on other systems it
 * is on by default. As for users, the features for remembered permissions and getDevices are off unless a test
 * switches them on, so that the page cannot come to rely on them.
 */
export const WEB_BLUETOOTH = 'WebBluetooth';

/** The environment that makes Chromium look for BlueZ on this bus. */
export const busEnvironment = (busAddress: string | undefined): Record<string, string> => ({
  ...Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  ),
  ...(busAddress === undefined ? {} : { DBUS_SYSTEM_BUS_ADDRESS: busAddress }),
});
