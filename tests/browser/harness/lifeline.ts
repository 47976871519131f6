/** Starts a program that ends with this process, however this process ends: a test runner may kill its workers. */

import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * The shell waits for its standard input to close, which happens when this process ends, then kills the program and removes its folder. It
 * closes its copies of the program's pipes, so that they end when the program does.
 */
const SHELL = `
  folder=$1
  shift
  "$@" &
  program=$!
  exec 1>&- 2>&- 3>&- 4<&-
  read -r _
  kill $program
  wait $program
  rm -rf "$folder" || { sleep 1; rm -rf "$folder"; }
`;

export interface Lifeline {
  /** The shell process, with the program's pipes. */
  readonly program: ChildProcess;
  /** Ends the program and removes the folder. */
  end(): Promise<void>;
}

/** Creates a temporary folder for a program. `startOnLifeline` removes it. */
export const temporaryFolder = (name: string): Promise<string> =>
  mkdtemp(path.join(tmpdir(), `heartward-${name}-`));

/** @param pipes standard output, standard error, and further descriptors */
export const startOnLifeline = (
  folder: string,
  command: readonly string[],
  pipes: readonly ('pipe' | 'ignore')[],
  environment: NodeJS.ProcessEnv = process.env,
): Lifeline => {
  const stdio: StdioOptions = ['pipe', ...pipes];
  const program = spawn('sh', ['-c', SHELL, 'sh', folder, ...command], {
    // Its own process group, because Ctrl-C in the terminal must not kill the shell before the program.
    detached: true,
    stdio,
    env: environment,
  });
  const gone = new Promise<void>((resolve) => {
    program.once('exit', () => resolve());
    program.once('error', () => resolve());
  });
  return {
    program,
    end: async () => {
      program.stdin?.end();
      await gone;
    },
  };
};
