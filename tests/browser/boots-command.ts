/** `npm run boots` in a terminal of its own, on a private bus: what its screen shows, and its keys. */

import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.join(import.meta.dirname, '../..');
/** ECMA-48: the cursor goes home before each screen is drawn. */
const HOME = '\u001b[H';
const CONTROL = new RegExp(`${String.fromCharCode(27)}\\[[0-9;?]*[A-Za-z]`, 'g');
/** A zone's row: its part, then for each leg a bar, the pressure, and what is asked. */
const FIGURE = /(\d+) (?:of \d+|vent|seal)/g;

export interface BootsCommand {
  /** The last whole screen, without colours. */
  screen(): string;
  /** True pressures of all chambers as the screen shows them, mmHg. */
  pressures(): readonly number[];
  press(key: 'b' | 'f' | 'l' | 'q'): void;
  /** Ends it as the kernel would: nothing of it runs any more. */
  kill(): void;
  /** Resolves with its exit code. */
  readonly ended: Promise<number | null>;
}

/** @param busAddress the system bus that it is to find */
export function startBootsCommand(busAddress: string, flags: readonly string[]): BootsCommand {
  const command = `stty cols 120 rows 40 && exec node scripts/run.mjs src/cli/boots.ts ${flags.join(' ')}`;
  const terminal: ChildProcess = spawn('script', ['-qfec', command, '/dev/null'], {
    cwd: ROOT,
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, DBUS_SYSTEM_BUS_ADDRESS: busAddress },
  });
  let drawn = '';
  terminal.stdout?.on('data', (chunk: Buffer) => {
    drawn += chunk.toString();
    // The last whole screen, and the one that is being drawn.
    drawn = HOME + drawn.split(HOME).slice(-2).join(HOME);
  });
  const screen = (): string => (drawn.split(HOME).at(-2) ?? '').replace(CONTROL, '');
  return {
    screen,
    pressures: () => [...screen().matchAll(FIGURE)].map(([, figure]) => Number(figure)),
    press: (key) => void terminal.stdin?.write(key),
    kill: () => {
      if (terminal.exitCode !== null) return;
      // The terminal gives the command a process group of its own, so it is found as the terminal's child.
      const children = readFileSync(`/proc/${terminal.pid}/task/${terminal.pid}/children`, 'utf8');
      for (const child of children.trim().split(' ').filter(Boolean)) process.kill(Number(child), 'SIGKILL');
    },
    ended: new Promise((resolve) => void terminal.once('exit', resolve)),
  };
}
