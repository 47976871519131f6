/** Builds the page if it is missing or older than any of its sources. */

import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { dist, installed, root } from './paths.mjs';
import { giveUp, runQuietly } from './process.mjs';

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

/** When a file, or the newest entry below a folder, last changed, ms; 0 if it does not exist. */
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

/** Builds dist/ as for a release, whether or not it is up to date. Resolves with the exit code, and with warnings and errors as output. */
export const buildQuietly = () =>
  runQuietly(process.execPath, [installed('vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn'], {
    env: { ...process.env, NODE_ENV: 'production', HEARTWARD_CSP: 'on' },
  });

export async function ensureBuilt() {
  if (buildIsCurrent()) return;
  console.log('Building the page…');
  const { code, output } = await buildQuietly();
  if (output.trim() !== '') console.log(output.trim());
  if (code !== 0) giveUp('Could not build the page; see above.');
}
