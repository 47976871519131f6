/**
 * Launches Chromium under Playwright. With a bus, Chromium has Bluetooth, and a `Chooser` answers its device
 * chooser.
 */

import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { Chooser } from './chooser.ts';
import {
  busEnvironment,
  chromiumExecutable,
  headlessExecutable,
  sandboxFlags,
  WEB_BLUETOOTH,
} from './executable.ts';
import { mayShare, sharedShell } from './shared-shell.ts';
import { type Trouble, watchForTroubles } from './troubles.ts';

/** How long an action of Playwright may take, ms: long enough for a slow machine. */
const LONGEST_ACTION = 90_000;

export interface LaunchOptions {
  /** The page's address. A request to another origin is recorded as trouble. */
  readonly url: string;
  /** Address of the D-Bus with org.bluez. Without it, Chromium starts without Web Bluetooth. */
  readonly busAddress?: string;
  readonly headless?: boolean;
  /**
   * Whether to launch the whole Chromium instead of its headless shell. Default: yes if there is a bus or
   * `headless` is false.
   */
  readonly whole?: boolean;
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Chromium features to switch on besides Web Bluetooth. Ignored without `busAddress`. */
  readonly features?: readonly string[];
  /** A Y4M file that plays as the camera's picture. The page may use the camera. Without a file there is no camera. */
  readonly camera?: string;
  /** Whether the page may install its service worker. Default: no. */
  readonly offline?: boolean;
}

export interface Launched {
  readonly browser: Browser;
  readonly context: BrowserContext;
  readonly page: Page;
  readonly chooser: Chooser;
  readonly troubles: readonly Trouble[];
  /** Closes the browser. Closes only the contexts made since this launch if other test files share the browser. */
  end(): Promise<void>;
}

/**
 * Removes `navigator.serviceWorker` from a context's pages. A service worker that is installed stores the page's
 * files, which costs the browser about as much as loading them again.
 */
export async function withoutServiceWorkers(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    Reflect.deleteProperty(Navigator.prototype, 'serviceWorker');
  });
}

export const answerChoosers = async (context: BrowserContext, page: Page): Promise<Chooser> => {
  const session = await context.newCDPSession(page);
  const chooser = new Chooser((command, params) => session.send(command, params));
  session.on('DeviceAccess.deviceRequestPrompted', (prompt) => chooser.prompted(prompt));
  await session.send('DeviceAccess.enable');
  return chooser;
};

const cameraFlags = (file: string): readonly string[] => [
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  `--use-file-for-fake-video-capture=${file}`,
];

export const launchWithPlaywright = async (options: LaunchOptions): Promise<Launched> => {
  const {
    url,
    busAddress,
    headless = true,
    viewport = { width: 1280, height: 900 },
    camera,
    features = [],
    offline = false,
    whole = busAddress !== undefined || !headless,
  } = options;
  const launch = (): Promise<Browser> =>
    chromium.launch({
      executablePath: whole ? chromiumExecutable() : headlessExecutable(),
      headless,
      // Playwright's own handler would close the browser and keep this process running.
      handleSIGTERM: false,
      chromiumSandbox: sandboxFlags().length === 0,
      env: busEnvironment(busAddress),
      args: [
        ...(busAddress === undefined ? [] : [`--enable-features=${[WEB_BLUETOOTH, ...features].join()}`]),
        ...(camera === undefined ? [] : cameraFlags(camera)),
      ],
    });
  const isShared = !whole && camera === undefined && mayShare();
  const browser = isShared ? await sharedShell(launch) : await launch();
  const earlier = new Set(browser.contexts());
  const end = async (): Promise<void> => {
    if (!isShared) return browser.close();
    const own = browser.contexts().filter((context) => !earlier.has(context));
    await Promise.all(own.map((context) => context.close()));
  };
  try {
    const context = await browser.newContext({ viewport, locale: 'en-GB' });
    if (!offline) await withoutServiceWorkers(context);
    context.setDefaultTimeout(LONGEST_ACTION);
    const troubles = await watchForTroubles(context, new URL(url).origin);
    const page = await context.newPage();
    const chooser = await answerChoosers(context, page);
    await page.goto(url);
    return { browser, context, page, chooser, troubles, end };
  } catch (error) {
    await end();
    throw error;
  }
};
