/**
 * One headless shell for the test files of a worker, which run one after another, in contexts of their own.
 * Starting a browser for each file would cost more than most files use.
 */

import type { Browser } from 'playwright';

let running: Promise<Browser> | null = null;

async function started(launch: () => Promise<Browser>): Promise<Browser> {
  const browser = await launch();
  // Vitest ends its workers with SIGTERM. Closing the browser before this process ends lets it remove its temporary folder.
  process.once('SIGTERM', () => {
    void browser.close().finally(() => process.kill(process.pid, 'SIGTERM'));
  });
  return browser;
}

/**
 * Whether this process is a worker of Vitest. In another program, a browser that is still running would keep
 * the program from ending.
 */
export const mayShare = (): boolean => process.env.VITEST_WORKER_ID !== undefined;

/** Returns this worker's shell. Starts one with `launch` if there is none, or if the last one has crashed. */
export async function sharedShell(launch: () => Promise<Browser>): Promise<Browser> {
  const before = await running?.catch(() => null);
  if (before?.isConnected()) return before;
  running = started(launch);
  return running;
}
