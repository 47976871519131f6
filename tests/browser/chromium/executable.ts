/** Which Chromium the tests drive, and the flags that any of them needs. */

import { existsSync } from 'node:fs';
import { chromium } from 'playwright';

/** The places where distributions put it. */
const INSTALLED = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map(
  (name) => `/usr/bin/${name}`,
);

/** Playwright's own if it was downloaded, else the system's. Fails, saying what to install, if there is none. */
export const chromiumExecutable = (): string => {
  const found = [chromium.executablePath(), ...INSTALLED].find((candidate) => existsSync(candidate));
  if (found !== undefined) return found;
  throw new Error(
    'No Chromium found. Debian: apt-get install chromium. Elsewhere: npx playwright install --with-deps chromium',
  );
};

/** Chromium's sandbox does not start as root, which is who a container often runs as. */
export const sandboxFlags = (): readonly string[] => (process.getuid?.() === 0 ? ['--no-sandbox'] : []);

/**
 * The one flag a person on Linux must set (about:flags, "Web Bluetooth"): everywhere else Web Bluetooth ships enabled. The
 * permissions backend and getDevices stay off, as they are for people, so that nothing comes to rely on them.
 */
export const WEB_BLUETOOTH = 'WebBluetooth';

/** Where Chromium looks for BlueZ. */
export const busEnvironment = (busAddress: string | undefined): Record<string, string> => ({
  ...Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  ),
  ...(busAddress === undefined ? {} : { DBUS_SYSTEM_BUS_ADDRESS: busAddress }),
});
