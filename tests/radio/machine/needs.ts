/**
 * What this computer needs to run the virtual machine: Debian 12 and some programs. As root, installs the programs; otherwise prints what
 * to install.
 */

import { execFile } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { rightDebian } from './packages.ts';

const call = promisify(execFile);
const list = new Intl.ListFormat('en');

/** Programs, with the Debian package of each. */
const PROGRAMS: Readonly<Record<string, string>> = {
  'qemu-system-x86_64': 'qemu-system-x86',
  xz: 'xz-utils',
  tar: 'tar',
  chromium: 'chromium',
};

const complain = (text: string): void => void process.stderr.write(`${text}\n`);

async function there(program: string): Promise<boolean> {
  const folders = [...(process.env.PATH ?? '').split(path.delimiter), '/usr/bin', '/usr/sbin'];
  const found = await Promise.all(
    folders.map((folder) =>
      access(path.join(folder, program), constants.X_OK).then(
        () => true,
        () => false,
      ),
    ),
  );
  return found.includes(true);
}

async function missing(): Promise<readonly string[]> {
  const each = await Promise.all(
    Object.entries(PROGRAMS).map(async ([program, name]) => ((await there(program)) ? [] : [name])),
  );
  return each.flat();
}

/** False if something is missing. Then what to do has been printed. */
export async function ensureMachine(): Promise<boolean> {
  if (!(await rightDebian())) {
    complain(
      [
        'npm run radio makes its machine from packages of Debian 12, fetched by its own apt. Run it on Debian 12, or in a container of it:',
        '  docker run --rm -it -v "$PWD":/heartward -w /heartward node:22-bookworm npm run radio',
        'It needs no privilege there: the machine is an ordinary process, and reached on 127.0.0.1 only.',
      ].join('\n'),
    );
    return false;
  }
  const lacking = await missing();
  if (lacking.length === 0) return true;
  if (process.getuid?.() !== 0) {
    complain(
      `npm run radio needs ${list.format(lacking)}:\n  sudo apt-get install --no-install-recommends ${lacking.join(' ')}`,
    );
    return false;
  }
  complain(`Installing ${list.format(lacking)} from Debian. This takes a minute, once.`);
  try {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await call('apt-get', ['-qq', 'update'], { env });
    await call('apt-get', ['-qq', 'install', '-y', '--no-install-recommends', ...lacking], { env });
    return true;
  } catch (error) {
    complain(`They could not be installed. ${error instanceof Error ? error.message : error}`);
    return false;
  }
}
