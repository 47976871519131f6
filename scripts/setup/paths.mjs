/** Where things are in this repository, as absolute paths. Plain JavaScript: it runs before anything is installed. */

import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const dist = join(root, 'dist');

/** Absolute path of a file of an installed package. */
export const installed = (...parts) => join(root, 'node_modules', ...parts);
