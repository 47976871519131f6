/** Finds the Chromium that the tests drive, and the flags it needs. */

import { existsSync } from 'node:fs';
import { chromium } from 'playwright';

/** Where Linux distributions install Chromium and Chrome. */
const INSTALLED = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map(
  (name) => `/usr/bin/${name}`,
);

/**
 * Returns the path of Playwright's own Chromium if it was downloaded, otherwise of an installed Chromium or
 * Chrome. If there is none, throws an error that says what to install.
 */
export const chromiumExecutable = (): string => {
  const found = [chromium.executablePath(), ...INSTALLED].find((candidate) => existsSync(candidate));
  if (found !== undefined) return found;
  throw new Error(
    'No Chromium found. Debian: apt-get install chromium. Elsewhere: npx playwright install --with-deps chromium',
  );
};

/**
 * Debian's path of Chromium's headless shell: the same engine without browser windows. It takes a third less
 * processor time.
 */
const HEADLESS_SHELL = '/usr/bin/chromium-headless-shell';

export const headlessExecutable = (): string =>
  existsSync(HEADLESS_SHELL) ? HEADLESS_SHELL : chromiumExecutable();

/** No sandbox for root: Chromium's sandbox does not start for root, and tests in containers often run as root. */
export const sandboxFlags = (): readonly string[] => (process.getuid?.() === 0 ? ['--no-sandbox'] : []);

/**
 * The Chromium feature that Linux users must switch on (about:flags, "Web Bluetooth"). On other systems it is on
 * by default. The features for getDevices and remembered permissions are off for users, so they are off here too,
 * unless a test switches them on.
 */
export const WEB_BLUETOOTH = 'WebBluetooth';

/** Returns this process's environment. With `busAddress`, Chromium looks for BlueZ on that bus. */
export const busEnvironment = (busAddress: string | undefined): Record<string, string> => ({
  ...Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  ),
  ...(busAddress === undefined ? {} : { DBUS_SYSTEM_BUS_ADDRESS: busAddress }),
});
