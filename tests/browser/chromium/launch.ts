/**
 * Launches Chromium under Playwright, with its Bluetooth on a private bus. A `Chooser` answers its device
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

/** How long an action of Playwright may take, ms. It is long, so that tests do not fail on a slow machine. */
const LONGEST_ACTION = 90_000;

export interface LaunchOptions {
  /** The page's address. A request to another origin counts as trouble. */
  readonly url: string;
  /** Address of the bus with org.bluez. Without one, Chromium starts without Web Bluetooth. */
  readonly busAddress?: string;
  readonly headless?: boolean;
  /**
   * Whether to launch the whole browser instead of the headless shell. Default: yes with a bus or with windows,
   * otherwise no.
   */
  readonly whole?: boolean;
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Features of Chromium to switch on besides Web Bluetooth. They count only with `busAddress`. */
  readonly features?: readonly string[];
  /**
   * A Y4M file that plays as the camera's picture, with permission to use the camera. Without this file there
   * is no camera.
   */
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
  /** Closes the browser. If the browser is shared, closes the contexts made since this launch instead. */
  end(): Promise<void>;
}

/**
 * Takes service workers away from a context's pages. A service worker stores the page's files when it is
 * installed, which costs the browser about as much as loading them again.
 */
export async function withoutServiceWorkers(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    Reflect.deleteProperty(Navigator.prototype, 'serviceWorker');
  });
}

/** Answers the device choosers of a page from now on. */
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
      // Playwright's handler would close the browser and leave this process running.
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
    const context = await browser.newContext({ viewport });
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
