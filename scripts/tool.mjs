/**
 * `node scripts/tool.mjs name …`: runs a tool from the npm packages (vite, tsc, biome). Installs the packages first if they are missing.
 */

import { ensurePackages } from './setup/packages.mjs';
import { installed } from './setup/paths.mjs';
import { giveUp, runNode } from './setup/process.mjs';

const tools = {
  vite: installed('vite', 'bin', 'vite.js'),
  tsc: installed('typescript', 'bin', 'tsc'),
  biome: installed('@biomejs', 'biome', 'bin', 'biome'),
};

const [name, ...args] = process.argv.slice(2);
const tool = tools[name];
if (tool === undefined)
  giveUp(`Unknown tool ${name}; there are ${new Intl.ListFormat('en').format(Object.keys(tools))}.`);

await ensurePackages();
process.exit(await runNode([tool, ...args]));
