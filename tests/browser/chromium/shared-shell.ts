/**
 * One headless shell for all test files of a worker, which run one after the other, each in contexts of its own: starting a browser for
 * each file costs more than most files use.
 */

import type { Browser } from 'playwright';

let running: Promise<Browser> | null = null;

async function started(launch: () => Promise<Browser>): Promise<Browser> {
  const browser = await launch();
  // Vitest ends its workers with SIGTERM. A browser that is closed removes its folder; one whose process is gone leaves it.
  process.once('SIGTERM', () => {
    void browser.close().finally(() => process.kill(process.pid, 'SIGTERM'));
  });
  return browser;
}

/** Whether this process is a worker of Vitest. Any other program would never end while a browser runs. */
export const mayShare = (): boolean => process.env.VITEST_WORKER_ID !== undefined;

/** Returns the shell of this worker. Starts it with `launch` if there is none, or if it has crashed. */
export async function sharedShell(launch: () => Promise<Browser>): Promise<Browser> {
  const before = await running?.catch(() => null);
  if (before?.isConnected()) return before;
  running = started(launch);
  return running;
}
