/** A program of ours as it is called from the command line, in a process of its own. */

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** @param file within the repository */
export const called = (file: string, words: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', file, ...words], {
    cwd: root,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
};
