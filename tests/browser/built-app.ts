/** The page as `npm run build` makes it, built again only when something it is made of has changed. */

import { execFile } from 'node:child_process';
import { mkdir, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
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

/** Folder of the built page. `policy` off builds it without its content security policy. */
export const builtApp = async (policy: 'on' | 'off' = 'on'): Promise<string> => {
  const folder = path.join(ROOT, '.cache', `app-policy-${policy}`);
  const stamp = path.join(ROOT, '.cache', `app-policy-${policy}.built`);
  const newest = Math.max(...(await Promise.all(MADE_OF.map((name) => changed(path.join(ROOT, name))))));
  if ((await changed(stamp)) >= newest) return folder;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const vite = path.join(ROOT, 'node_modules/vite/bin/vite.js');
  await promisify(execFile)(process.execPath, [vite, 'build', '--outDir', folder, '--logLevel', 'warn'], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: 'production', HEARTWARD_CSP: policy },
  });
  await writeFile(stamp, '');
  // What changed while it was being built is not in it.
  await utimes(stamp, new Date(), new Date(newest));
  return folder;
};
