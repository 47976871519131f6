/** `node scripts/run.mjs file.ts …`: runs a TypeScript program of this repository. Installs the packages first if they are missing. */

import { ensurePackages } from './setup/packages.mjs';
import { installed } from './setup/paths.mjs';
import { giveUp, runNode } from './setup/process.mjs';

const [file, ...args] = process.argv.slice(2);
if (file === undefined) giveUp('Say which file to run: node scripts/run.mjs file.ts …');

await ensurePackages();
process.exit(await runNode([installed('tsx', 'dist', 'cli.mjs'), file, ...args]));
