/** Absolute paths in this repository. Plain JavaScript, because it runs before anything is installed. */

import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const dist = join(root, 'dist');

export const installed = (...parts) => join(root, 'node_modules', ...parts);
