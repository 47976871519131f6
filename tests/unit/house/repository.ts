/** The repository's files, for tests of rules for the source code. */

import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the repository. */
export const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Text of a file, by its path in the repository. */
export const textOf = (path: string): string => readFileSync(join(root, path), 'utf8');

/**
 * Paths in the repository of the files under a folder with these endings; an empty list if the folder does not
 * exist.
 */
export function filesUnder(folder: string, ...endings: readonly string[]): readonly string[] {
  let entries: ReturnType<typeof readEntries>;
  try {
    entries = readEntries(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
  return entries
    .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

const readEntries = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true });

/** Names of the rooms, which are the folders of src. */
export const rooms: readonly string[] = readdirSync(join(root, 'src'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();
