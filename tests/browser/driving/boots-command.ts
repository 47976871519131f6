/** Runs `npm run boots` in a terminal of its own on a private bus, reads its screen and presses its keys. */

import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.join(import.meta.dirname, '../../..');
/** ECMA-48 cursor home, sent before each screen. */
const HOME = '\u001b[H';
const CONTROL = new RegExp(`${String.fromCharCode(27)}\\[[0-9;?]*[A-Za-z]`, 'g');
/** A zone's row: its part, then a bar, the pressure and the target of each leg. */
const FIGURE = /(\d+) (?:of \d+|vent|seal)/g;

export interface BootsCommand {
  /** The last complete screen, without colours. */
  screen(): string;
  /** The pressures of all chambers on the screen, mmHg. */
  pressures(): readonly number[];
  press(key: 'b' | 'f' | 'l' | 'q'): void;
  /** Kills the command with SIGKILL. */
  kill(): void;
  /** Resolves with the command's exit code. */
  readonly ended: Promise<number | null>;
}

/** @param busAddress the bus that the command uses as system bus */
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
    // The last complete screen, and the one being drawn.
    drawn = HOME + drawn.split(HOME).slice(-2).join(HOME);
  });
  const screen = (): string => (drawn.split(HOME).at(-2) ?? '').replace(CONTROL, '');
  return {
    screen,
    pressures: () => [...screen().matchAll(FIGURE)].map(([, figure]) => Number(figure)),
    press: (key) => void terminal.stdin?.write(key),
    kill: () => {
      if (terminal.exitCode !== null) return;
      // The terminal gives the command a process group of its own, so it is looked up as the terminal's child.
      const children = readFileSync(`/proc/${terminal.pid}/task/${terminal.pid}/children`, 'utf8');
      for (const child of children.trim().split(' ').filter(Boolean)) process.kill(Number(child), 'SIGKILL');
    },
    ended: new Promise((resolve) => void terminal.once('exit', resolve)),
  };
}
