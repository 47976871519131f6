/**
 * One headless Chromium for all test files of a Vitest worker, because starting one for each file would take
 * longer than most files do. The files run one after another, each in browser contexts of its own.
 */

import type { Browser } from 'playwright';

let running: Promise<Browser> | null = null;

async function started(launch: () => Promise<Browser>): Promise<Browser> {
  const browser = await launch();
  // Vitest ends its workers with SIGTERM. Without this handler, the browser's temporary folder would stay behind.
  process.once('SIGTERM', () => {
    void browser.close().finally(() => process.kill(process.pid, 'SIGTERM'));
  });
  return browser;
}

/** Whether this process is a Vitest worker. Any other program would not end while a shared browser is running. */
export const mayShare = (): boolean => process.env.VITEST_WORKER_ID !== undefined;

/**
 * Returns this worker's browser. Starts one with `launch` if there is none, or if the last one is no longer
 * connected.
 */
export async function sharedShell(launch: () => Promise<Browser>): Promise<Browser> {
  const before = await running?.catch(() => null);
  if (before?.isConnected()) return before;
  running = started(launch);
  return running;
}
