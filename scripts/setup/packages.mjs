/** Installs the npm packages if they are missing or differ from package-lock.json. */

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
 * Why the packages must be installed; null if all of them are there in the locked version (optional ones may be missing). npm writes
 * node_modules/.package-lock.json last, so an interrupted installation is detected too.
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
 * Runs the npm that started this program, or else the one on the path. The output of npm goes to stderr, because another program may read
 * this program's stdout.
 */
function npm(args) {
  const script = process.env.npm_execpath;
  const stdio = ['ignore', process.stderr, process.stderr];
  return script?.endsWith('.js')
    ? run(process.execPath, [script, ...args], { stdio })
    : run('npm', args, { stdio, shell: process.platform === 'win32' });
}

/** Checks the version of Node, and installs the packages if necessary. */
export async function ensurePackages() {
  if (major < 20 || (major === 20 && minor < 19))
    giveUp(
      `Heartward needs Node 20.19 or newer; this is Node ${process.versions.node}.`,
      'Get one from https://nodejs.org or with a version manager (nvm install 22, fnm install 22).',
    );
  const reason = reasonToInstall();
  if (reason === null) return;
  console.error(`Installing packages (${reason}). This takes a minute, once.`);
  const code = await npm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (code !== 0)
    giveUp(
      `Could not install the packages: npm ci exited with ${code}; see above.`,
      'It needs the npm registry: check the network, or the proxy and registry settings (npm config list).',
    );
}
