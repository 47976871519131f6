/** Runs `npm run boots` in a terminal with a private D-Bus, reads its screen and presses its keys. */

import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.join(import.meta.dirname, '../../..');
/** The control sequence for "cursor home" (ECMA-48), which the command sends before each screen. */
const HOME = '\u001b[H';
const CONTROL = new RegExp(`${String.fromCharCode(27)}\\[[0-9;?]*[A-Za-z]`, 'g');
/** A zone's pressure, followed by its target. */
const FIGURE = /(\d+) (?:of \d+|vent|seal)/g;

export interface BootsCommand {
  screen(): string;
  pressures(): readonly number[];
  press(key: 'b' | 'f' | 'l' | 'q'): void;
  kill(): void;
  readonly ended: Promise<number | null>;
}

/** @param busAddress the address that the command takes for the system bus */
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
    // Keeps the newest complete screen and the screen that is being drawn.
    drawn = HOME + drawn.split(HOME).slice(-2).join(HOME);
  });
  const screen = (): string => (drawn.split(HOME).at(-2) ?? '').replace(CONTROL, '');
  return {
    screen,
    pressures: () => [...screen().matchAll(FIGURE)].map(([, figure]) => Number(figure)),
    press: (key) => void terminal.stdin?.write(key),
    kill: () => {
      if (terminal.exitCode !== null) return;
      // The command has its own process group, so it is found among the terminal's children.
      const children = readFileSync(`/proc/${terminal.pid}/task/${terminal.pid}/children`, 'utf8');
      for (const child of children.trim().split(' ').filter(Boolean)) process.kill(Number(child), 'SIGKILL');
    },
    ended: new Promise((resolve) => void terminal.once('exit', resolve)),
  };
}
