/**
 * Chromium without Playwright, which keeps every page visible by emulating focus: here a tab that another covers is hidden
 * for real, and throttled as a person's is.
 */

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Chooser, type Prompt } from './chooser.ts';
import { DevtoolsPipe } from './devtools-pipe.ts';
import { busEnvironment, chromiumExecutable, sandboxFlags, WEB_BLUETOOTH } from './executable.ts';
import { RawPage } from './raw-page.ts';

export interface RawOptions {
  readonly url: string;
  readonly busAddress: string;
  /** After how long in the background a tab's timers fire once a minute, s. Shipping Chrome: 300. */
  readonly throttledAfter?: number;
}

export interface RawBrowser {
  readonly page: RawPage;
  readonly chooser: Chooser;
  /** Opens another tab in front; the page is hidden from then on. */
  cover(): Promise<void>;
  /** Brings the page to the front again. */
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
}: RawOptions): Promise<RawBrowser> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'heartward-chromium-'));
  const features = [WEB_BLUETOOTH, `IntensiveWakeUpThrottling:grace_period_seconds/${throttledAfter}`];
  const child = spawn(
    chromiumExecutable(),
    [
      ...QUIET,
      ...sandboxFlags(),
      '--remote-debugging-pipe',
      `--user-data-dir=${folder}`,
      `--enable-features=${features.join(',')}`,
      'about:blank',
    ],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'], env: busEnvironment(busAddress) },
  );
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const kill = (): void => void child.kill('SIGKILL');
  process.once('exit', kill);
  const pipe = new DevtoolsPipe(child);
  const end = async (): Promise<void> => {
    const impatience = setTimeout(kill, 5000);
    // It may have ended by itself, which is what is wanted.
    await pipe.send('Browser.close').catch(() => undefined);
    await gone;
    clearTimeout(impatience);
    process.off('exit', kill);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const { targetId } = await pipe.send('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await pipe.send('Target.attachToTarget', { targetId, flatten: true });
    const page = new RawPage(pipe, String(sessionId));
    const chooser = new Chooser((command, params) => pipe.send(command, params, page.sessionId));
    pipe.on('DeviceAccess.deviceRequestPrompted', page.sessionId, (params) =>
      chooser.prompted(params as unknown as Prompt),
    );
    await pipe.send('DeviceAccess.enable', {}, page.sessionId);
    await page.open(url);
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
