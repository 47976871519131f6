/** The page as `npm run build` makes it, built again only when something it is made of has changed. */

import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const MADE_OF = [
  'src',
  'firmware-protocol',
  'public',
  'scripts',
  'index.html',
  'vite.config.ts',
  'package-lock.json',
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

/** Folder of the built page. `policy` off builds it without its content security policy. */
export const builtApp = async (policy: 'on' | 'off' = 'on'): Promise<string> => {
  const newest = Math.max(...(await Promise.all(MADE_OF.map((name) => changed(path.join(ROOT, name))))));
  const cache = path.join(ROOT, '.cache', `app-policy-${policy}`);
  const folder = path.join(cache, String(newest));
  if ((await changed(folder)) > 0) return folder;
  await mkdir(cache, { recursive: true });
  for (const older of await readdir(cache)) {
    if ((await changed(path.join(cache, older))) < Date.now() - KEPT)
      await rm(path.join(cache, older), { recursive: true });
  }
  const making = await mkdtemp(path.join(cache, 'making-'));
  const vite = path.join(ROOT, 'node_modules/vite/bin/vite.js');
  await promisify(execFile)(
    process.execPath,
    [vite, 'build', '--outDir', making, '--emptyOutDir', '--logLevel', 'warn'],
    {
      cwd: ROOT,
      env: { ...process.env, NODE_ENV: 'production', HEARTWARD_CSP: policy },
    },
  );
  // Whoever else built the same meanwhile was first.
  await rename(making, folder).catch(() => rm(making, { recursive: true }));
  return folder;
};
