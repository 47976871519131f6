/** Finds the Chromium that the tests drive, and the flags they need. */

import { existsSync } from 'node:fs';
import { chromium } from 'playwright';

/** Where Linux distributions install Chromium and Chrome. */
const INSTALLED = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map(
  (name) => `/usr/bin/${name}`,
);

/** Returns the path of Playwright's own Chromium if it was downloaded, else of the system's. Throws if there is none, and says what to install. */
export const chromiumExecutable = (): string => {
  const found = [chromium.executablePath(), ...INSTALLED].find((candidate) => existsSync(candidate));
  if (found !== undefined) return found;
  throw new Error(
    'No Chromium found. Debian: apt-get install chromium. Elsewhere: npx playwright install --with-deps chromium',
  );
};

/** Where Debian installs Chromium's headless shell: the same engine without a browser's windows, which takes a third less processor time. */
const HEADLESS_SHELL = '/usr/bin/chromium-headless-shell';

/** Returns the headless shell, or the whole Chromium where the shell is not installed. */
export const headlessExecutable = (): string =>
  existsSync(HEADLESS_SHELL) ? HEADLESS_SHELL : chromiumExecutable();

/** Chromium's sandbox does not start as root, as containers often run. */
export const sandboxFlags = (): readonly string[] => (process.getuid?.() === 0 ? ['--no-sandbox'] : []);

/**
 * The one flag that users on Linux must set (about:flags, "Web Bluetooth"); elsewhere Web Bluetooth is on by default. The permissions
 * backend and getDevices stay off, as for users, so that nothing relies on them.
 */
export const WEB_BLUETOOTH = 'WebBluetooth';

/** Where Chromium looks for BlueZ. */
export const busEnvironment = (busAddress: string | undefined): Record<string, string> => ({
  ...Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  ),
  ...(busAddress === undefined ? {} : { DBUS_SYSTEM_BUS_ADDRESS: busAddress }),
});
