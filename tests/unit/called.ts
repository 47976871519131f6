/** Runs a program of this repository, such as src/cli/plan.ts, as a user does on the command line. */

import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Bundles a program into one file, so that each call starts at once instead of compiling many modules first. */
async function bundled(file: string): Promise<string> {
  const outDir = join(root, '.cache', 'called', basename(file, '.ts'));
  mkdirSync(outDir, { recursive: true });
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: { ssr: file, outDir, minify: false, target: 'node20', sourcemap: 'inline' },
  });
  return join(outDir, `${basename(file, '.ts')}.js`);
}

/**
 * @param file path of the program in the repository @returns a function that runs the program with the given arguments, and returns its
 * exit status and output
 */
export async function callable(file: string) {
  const program = await bundled(file);
  return (words: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], {
      cwd: root,
      encoding: 'utf8',
    });
    return { status, stdout, stderr };
  };
}
