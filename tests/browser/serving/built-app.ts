/** Builds the app and the test pages, unless they were already built from the same sources. */

import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'vite';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const SOURCES = [
  'src',
  'firmware-protocol',
  'public',
  'scripts',
  'index.html',
  'vite.config.ts',
  'package-lock.json',
];

const TEST_PAGES = [
  'tests/browser/pictures/pictures.html',
  'tests/browser/elements/elements.html',
  'tests/bench/journal/journal.html',
];
const TEST_SOURCES = [
  'tests/browser/pictures',
  'tests/browser/elements/elements.html',
  'tests/browser/elements/elements.ts',
  'tests/bench/journal',
  'tests/unit/session-view.ts',
];

/** Returns when a file, or the newest file in a folder, was changed, ms since 1970; 0 if there is no such file. */
const changed = async (file: string): Promise<number> => {
  const found = await stat(file).catch(() => null);
  if (!found) return 0;
  if (!found.isDirectory()) return Math.trunc(found.mtimeMs);
  const inside = await Promise.all((await readdir(file)).map((name) => changed(path.join(file, name))));
  return Math.max(Math.trunc(found.mtimeMs), ...inside);
};

const newestOf = async (sources: readonly string[]): Promise<number> =>
  Math.max(...(await Promise.all(sources.map((file) => changed(path.join(ROOT, file))))));

/** Builds that are younger than this are not deleted, ms: another test run may be serving them. */
const BUILD_LIFETIME = 3_600_000;

/** Returns a folder that `make` has filled. Calls `make` unless a folder for the newest change of `sources` exists. */
async function builtOnce(
  name: string,
  sources: readonly string[],
  make: (folder: string) => Promise<unknown>,
): Promise<string> {
  const newest = await newestOf(sources);
  const cache = path.join(ROOT, '.cache', name);
  const folder = path.join(cache, String(newest));
  if ((await changed(folder)) > 0) return folder;
  await mkdir(cache, { recursive: true });
  for (const older of await readdir(cache)) {
    if ((await changed(path.join(cache, older))) < Date.now() - BUILD_LIFETIME)
      await rm(path.join(cache, older), { recursive: true });
  }
  const making = await mkdtemp(path.join(cache, 'making-'));
  await make(making);
  // If another process has built the same sources in the meantime, the rename fails. The other process's folder
  // serves as well.
  await rename(making, folder).catch(() => rm(making, { recursive: true }));
  return folder;
}

/** The folder into which `npm test` has just built the page; undefined if the tests were started otherwise. */
const builtBefore = process.env.HEARTWARD_BUILT;

/** Copies the page that `npm test` has built. @returns false if there is none, or if a source has changed since */
async function copiedTo(making: string): Promise<boolean> {
  if (builtBefore === undefined) return false;
  const built = await changed(path.join(builtBefore, 'index.html'));
  if ((await newestOf(SOURCES)) > built) return false;
  await cp(builtBefore, making, { recursive: true });
  return true;
}

/** Returns the folder of the built app. @param policy `off` builds the app without its content security policy */
export const builtApp = (policy: 'on' | 'off' = 'on'): Promise<string> =>
  builtOnce(`app-policy-${policy}`, SOURCES, async (making) => {
    if (policy === 'on' && (await copiedTo(making))) return;
    await promisify(execFile)(
      process.execPath,
      [
        path.join(ROOT, 'node_modules/vite/bin/vite.js'),
        'build',
        '--outDir',
        making,
        '--emptyOutDir',
        '--logLevel',
        'warn',
      ],
      { cwd: ROOT, env: { ...process.env, NODE_ENV: 'production', HEARTWARD_CSP: policy } },
    );
  });

/** Returns the folder of the built test pages. Paths in it are as in the repository. */
export const builtTestPages = (): Promise<string> =>
  builtOnce('test-pages', [...SOURCES, ...TEST_SOURCES], (making) =>
    build({
      root: ROOT,
      logLevel: 'warn',
      build: {
        outDir: making,
        emptyOutDir: true,
        rolldownOptions: { input: TEST_PAGES.map((page) => path.join(ROOT, page)) },
      },
    }),
  );
