/** The built page: made again when it is missing or older than anything it is made of. */

import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { dist, installed, root } from './paths.mjs';
import { giveUp, runNode } from './process.mjs';

const sources = [
  'src',
  'firmware-protocol',
  'public',
  'scripts/vite',
  'index.html',
  'vite.config.ts',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
];

/** When a file, or the newest thing under a folder, last changed, in ms; 0 when there is none. */
function changedAt(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  return readdirSync(path).reduce(
    (newest, name) => Math.max(newest, changedAt(join(path, name))),
    found.mtimeMs,
  );
}

function buildIsCurrent() {
  const built = changedAt(join(dist, 'index.html'));
  return built > 0 && sources.every((source) => changedAt(join(root, source)) <= built);
}

/** Builds dist/ whatever is there; gives the exit code. Warnings and errors are shown. */
export const build = () => runNode([installed('vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn']);

export async function ensureBuilt() {
  if (buildIsCurrent()) return;
  console.log('Building the page…');
  if ((await build()) !== 0) giveUp('The page could not be built; the reason is above.');
}
