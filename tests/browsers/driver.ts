/** What a run needs of a browser: to open an address, to run a script in the page, and to press at a point. */

import type { ChildProcess } from 'node:child_process';

export interface Driver {
  readonly name: string;
  open(url: string): Promise<void>;
  /** @param script the body of a function; what it returns is copied here */
  run(script: string): Promise<unknown>;
  /** Presses and releases the mouse at this point of the viewport, px. */
  press(x: number, y: number): Promise<void>;
  end(): Promise<void>;
}

/** Ends a program that was started for the run. */
export const endOf = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) {
      resolve();
      return;
    }
    child.once('exit', () => resolve());
    child.kill();
  });
