/**
 * Launches Chromium without Playwright. Playwright emulates focus, so its pages never become hidden. Here a tab
 * behind another tab is really hidden.
 */

import { startOnLifeline, temporaryFolder } from '../harness/lifeline.ts';
import { Chooser, type Prompt } from './chooser.ts';
import { DevtoolsPipe } from './devtools-pipe.ts';
import { busEnvironment, chromiumExecutable, sandboxFlags, WEB_BLUETOOTH } from './executable.ts';
import { RawPage } from './raw-page.ts';

export interface RawOptions {
  readonly url: string;
  readonly busAddress: string;
  /**
   * The grace period of Chromium's intensive throttling, s: a tab that was in the background for this long gets
   * its timers once a minute. Chrome's default is 300. Chromium 156 uses this value only for a page that is still
   * loading, and 60 for a loaded page. It does not throttle a page with an open GATT connection in this way.
   */
  readonly throttledAfter?: number;
  /** A script that runs in the page before the page's own scripts. */
  readonly before?: string;
}

export interface RawBrowser {
  readonly page: RawPage;
  readonly chooser: Chooser;
  /** Opens another tab in front, which hides the page. */
  cover(): Promise<void>;
  uncover(): Promise<void>;
  end(): Promise<void>;
}

const QUIET = [
  '--headless',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--window-size=1280,900',
];

export const launchRaw = async ({
  url,
  busAddress,
  throttledAfter = 10,
  before,
}: RawOptions): Promise<RawBrowser> => {
  const folder = await temporaryFolder('chromium');
  const features = [WEB_BLUETOOTH, `IntensiveWakeUpThrottling:grace_period_seconds/${throttledAfter}`];
  const flags = [
    ...QUIET,
    ...sandboxFlags(),
    `--user-data-dir=${folder}`,
    `--enable-features=${features.join(',')}`,
  ];
  const { program, end } = startOnLifeline(
    folder,
    [chromiumExecutable(), ...flags, '--remote-debugging-pipe', 'about:blank'],
    ['ignore', 'ignore', 'pipe', 'pipe'],
    busEnvironment(busAddress),
  );
  const pipe = new DevtoolsPipe(program);
  try {
    const { targetId } = await pipe.send('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await pipe.send('Target.attachToTarget', { targetId, flatten: true });
    const page = new RawPage(pipe, String(sessionId));
    const chooser = new Chooser((command, params) => pipe.send(command, params, page.sessionId));
    pipe.on('DeviceAccess.deviceRequestPrompted', page.sessionId, (params) =>
      chooser.prompted(params as unknown as Prompt),
    );
    await pipe.send('DeviceAccess.enable', {}, page.sessionId);
    await page.open(url, before);
    return {
      page,
      chooser,
      cover: async () => {
        await pipe.send('Target.createTarget', { url: 'about:blank' });
        await page.until(`document.visibilityState === 'hidden'`);
      },
      uncover: async () => {
        await pipe.send('Target.activateTarget', { targetId });
        await page.until(`document.visibilityState === 'visible'`);
      },
      end,
    };
  } catch (error) {
    await end();
    throw error;
  }
};
