/** Starts a program that ends when this process ends, even if this process is killed. */

import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * The shell waits for the end of its standard input, which closes when this process ends. It then kills the
 * program and removes the program's folder. The shell closes its own copies of the program's pipes, so that the
 * pipes end with the program.
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
  /** The shell that runs the program. Its descriptors from 1 on are those of the program. */
  readonly program: ChildProcess;
  end(): Promise<void>;
}

/** Creates a temporary folder for a program. `startOnLifeline` removes it at the end. */
export const temporaryFolder = (name: string): Promise<string> =>
  mkdtemp(path.join(tmpdir(), `heartward-${name}-`));

/**
 * @param folder a folder that is removed when the program has ended
 * @param pipes what standard output, standard error and further descriptors are connected to
 */
export const startOnLifeline = (
  folder: string,
  command: readonly string[],
  pipes: readonly ('pipe' | 'ignore')[],
  environment: NodeJS.ProcessEnv = process.env,
): Lifeline => {
  const stdio: StdioOptions = ['pipe', ...pipes];
  const program = spawn('sh', ['-c', SHELL, 'sh', folder, ...command], {
    // A process group of its own: Ctrl-C in the terminal must not kill the shell before the program ends.
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
