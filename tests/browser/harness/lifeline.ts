/** Starts a program that ends when this process ends, however that ends: a test runner may kill its workers outright. */

import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * The shell waits on its standard input, which closes with this process, and takes the program and its folder along. It
 * lets go of the program's own pipes, so that their end is heard when the program ends.
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
  /** Its pipes are the program's. */
  readonly program: ChildProcess;
  /** Ends the program and removes the folder. */
  end(): Promise<void>;
}

/** A temporary folder of its own for a program; `startOnLifeline` removes it. */
export const temporaryFolder = (name: string): Promise<string> =>
  mkdtemp(path.join(tmpdir(), `heartward-${name}-`));

/** `pipes`: what standard output, standard error and further descriptors are. */
export const startOnLifeline = (
  folder: string,
  command: readonly string[],
  pipes: readonly ('pipe' | 'ignore')[],
  environment: NodeJS.ProcessEnv = process.env,
): Lifeline => {
  const stdio: StdioOptions = ['pipe', ...pipes];
  const program = spawn('sh', ['-c', SHELL, 'sh', folder, ...command], {
    // A process group of its own: Ctrl-C at the terminal must not end the shell before the program.
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
