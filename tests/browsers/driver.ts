/** How the tests control a browser: open an address, run a script in the page, and click at a point. */

import type { ChildProcess } from 'node:child_process';

export interface Driver {
  readonly name: string;
  open(url: string): Promise<void>;
  /** @param script the body of a function; its result comes back as JSON-like data */
  run(script: string): Promise<unknown>;
  /** Clicks at this point of the viewport, px. */
  press(x: number, y: number): Promise<void>;
  end(): Promise<void>;
}

/** Kills a child process and waits until it has exited. */
export const endOf = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) {
      resolve();
      return;
    }
    child.once('exit', () => resolve());
    child.kill();
  });
