/**
 * `node scripts/tool.mjs name …`: one of the tools that packages bring (vite, tsc, biome), installing the packages first when they
 * are missing.
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
if (tool === undefined) giveUp(`No tool is called ${name}; there are ${Object.keys(tools).join(', ')}.`);

await ensurePackages();
process.exit(await runNode([tool, ...args]));
