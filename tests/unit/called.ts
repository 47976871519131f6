/** Calls a program of ours as from the command line, in a process of its own. */

import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Bundles a program, so that a call starts at once instead of compiling some two hundred modules. */
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
 * @param file path in the repository @returns a function that runs the program with these words, and returns
 * its exit status and output
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
