/** The npm packages: installed when they are missing or are not what package-lock.json says. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { installed, root } from './paths.mjs';
import { giveUp, run } from './process.mjs';

const [major, minor] = process.versions.node.split('.').map(Number);

function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return null;
  }
}

/**
 * Why the packages must be installed, or null when every one is there in the version of the lock file. npm writes its own
 * record (node_modules/.package-lock.json) last of all, so an installation that was cut short is seen too.
 */
function reasonToInstall() {
  const have = packagesIn(installed('.package-lock.json'));
  if (have === null) return 'no packages are installed yet';
  const want = packagesIn(join(root, 'package-lock.json'));
  if (want === null)
    giveUp('package-lock.json is missing or cannot be read: get a fresh copy of the repository.');
  for (const [path, { version, optional }] of Object.entries(want)) {
    if (path === '' || (optional && have[path] === undefined)) continue;
    if (have[path]?.version !== version)
      return `${path.replace(/.*node_modules\//, '')} ${version} is not installed`;
  }
  return null;
}

/**
 * npm as it was called, so that the same version does the work; from the path otherwise. It talks on stderr: what our programs
 * print may be read by another.
 */
function npm(args) {
  const script = process.env.npm_execpath;
  const stdio = ['ignore', process.stderr, process.stderr];
  return script?.endsWith('.js')
    ? run(process.execPath, [script, ...args], { stdio })
    : run('npm', args, { stdio, shell: process.platform === 'win32' });
}

/** Makes sure of Node and of the packages; says what it does when there is something to do. */
export async function ensurePackages() {
  if (major < 20 || (major === 20 && minor < 19))
    giveUp(
      `This needs Node 20.19 or newer; this is Node ${process.versions.node}.`,
      'Get one from https://nodejs.org or with a version manager (nvm install 22, fnm install 22).',
    );
  const reason = reasonToInstall();
  if (reason === null) return;
  console.error(`Installing packages (${reason}). This takes a minute, once.`);
  const code = await npm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (code !== 0)
    giveUp(
      `The packages could not be installed: npm ci ended with ${code}; its own words are above.`,
      'It needs the npm registry: check the network, or the proxy and registry settings (npm config list).',
    );
}
