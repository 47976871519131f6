/** The page as `npm run build` makes it, and its pictures, built again only when something it is made of has changed. */

import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'vite';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const MADE_OF = [
  'src',
  'firmware-protocol',
  'public',
  'scripts',
  'index.html',
  'vite.config.ts',
  'package-lock.json',
];

const PICTURES = [
  'tests/browser/pictures/pictures.html',
  'tests/browser/pictures/pictures.ts',
  'tests/browser/pictures/pictured-views.ts',
  'tests/unit/session-view.ts',
];

/** When the newest file of it changed, ms; 0 if there is none. */
const changed = async (file: string): Promise<number> => {
  const found = await stat(file).catch(() => null);
  if (!found) return 0;
  if (!found.isDirectory()) return Math.trunc(found.mtimeMs);
  const inside = await Promise.all((await readdir(file)).map((name) => changed(path.join(file, name))));
  return Math.max(Math.trunc(found.mtimeMs), ...inside);
};

/** Folders of older sources stay for this long: another run may be serving one, ms. */
const KEPT = 3_600_000;

/** Folder of what `make` made, made again only when something it is made of has changed. */
async function madeOnce(
  name: string,
  madeOf: readonly string[],
  make: (folder: string) => Promise<unknown>,
): Promise<string> {
  const newest = Math.max(...(await Promise.all(madeOf.map((file) => changed(path.join(ROOT, file))))));
  const cache = path.join(ROOT, '.cache', name);
  const folder = path.join(cache, String(newest));
  if ((await changed(folder)) > 0) return folder;
  await mkdir(cache, { recursive: true });
  for (const older of await readdir(cache)) {
    if ((await changed(path.join(cache, older))) < Date.now() - KEPT)
      await rm(path.join(cache, older), { recursive: true });
  }
  const making = await mkdtemp(path.join(cache, 'making-'));
  await make(making);
  // Whoever else built the same meanwhile was first.
  await rename(making, folder).catch(() => rm(making, { recursive: true }));
  return folder;
}

/** Folder of the built page. `policy` off builds it without its content security policy. */
export const builtApp = (policy: 'on' | 'off' = 'on'): Promise<string> =>
  madeOnce(`app-policy-${policy}`, MADE_OF, (making) =>
    promisify(execFile)(
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
    ),
  );

/** Folder of the pictures of every screen, built: pictures.html lies where it does here. */
export const builtPictures = (): Promise<string> =>
  madeOnce('pictures', [...MADE_OF, ...PICTURES], (making) =>
    build({
      root: ROOT,
      logLevel: 'warn',
      build: {
        outDir: making,
        emptyOutDir: true,
        rolldownOptions: { input: path.join(ROOT, 'tests/browser/pictures/pictures.html') },
      },
    }),
  );
