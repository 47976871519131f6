/** The Debian packages that make up the guest. apt downloads them into a folder; it does not install them on this computer. */

import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const call = promisify(execFile);

/** The packages with the guest's programs. bluez-test-tools has btvirt, which provides the virtual controllers. */
const PROGRAMS = ['busybox-static', 'socat', 'dbus-daemon', 'bluez', 'bluez-test-tools'];

/**
 * The packages of Debian 12 with the libraries of these programs. If one is missing here, building the image fails and names the library.
 */
const LIBRARIES = [
  ...[
    'libapparmor1',
    'libasound2',
    'libaudit1',
    'libbz2-1.0',
    'libc6',
    'libcap-ng0',
    'libcap2',
    'libcom-err2',
  ],
  ...['libdbus-1-3', 'libdw1', 'libelf1', 'libexpat1', 'libgcrypt20', 'libglib2.0-0', 'libgpg-error0'],
  ...[
    'libgssapi-krb5-2',
    'libk5crypto3',
    'libkeyutils1',
    'libkrb5-3',
    'libkrb5support0',
    'liblz4-1',
    'liblzma5',
  ],
  ...[
    'libnsl2',
    'libpcre2-8-0',
    'libreadline8',
    'libselinux1',
    'libssl3',
    'libsystemd0',
    'libtinfo6',
    'libtirpc3',
  ],
  ...['libudev1', 'libwrap0', 'libzstd1', 'zlib1g'],
];

export interface Packages {
  /** Path of the kernel's package file. */
  readonly kernel: string;
  /** Paths of the other package files. */
  readonly others: readonly string[];
}

/** Name of the kernel package that linux-image-amd64 depends on. */
async function kernelPackage(): Promise<string> {
  const { stdout } = await call('apt-cache', ['depends', 'linux-image-amd64']);
  const name = /Depends: (linux-image-\S+)/.exec(stdout)?.[1];
  if (name === undefined)
    throw new Error('apt knows no linux-image-amd64: is this Debian, and was apt-get update run?');
  return name;
}

const fileOf = (name: string, files: readonly string[]): string | undefined =>
  files.find((file) => file.startsWith(`${name}_`) && file.endsWith('.deb'));

/** Whether this computer runs Debian 12, because `LIBRARIES` has the names of its packages. */
export async function rightDebian(): Promise<boolean> {
  const release = await readFile('/etc/os-release', 'utf8').catch(() => '');
  return /^VERSION_CODENAME=bookworm/m.test(release);
}

/** Downloads what is not in the folder yet: about 80 MB the first time. @param tell gets lines that report progress */
export async function fetchPackages(folder: string, tell: (what: string) => void): Promise<Packages> {
  await mkdir(folder, { recursive: true });
  const kept = await readdir(folder);
  const known = kept.find((file) => file.startsWith('linux-image-'));
  const kernel = known?.slice(0, known.indexOf('_')) ?? (await kernelPackage());
  const wanted = [kernel, ...PROGRAMS, ...LIBRARIES];
  const missing = wanted.filter((name) => fileOf(name, kept) === undefined);
  if (missing.length > 0) {
    tell(`fetching ${missing.length} Debian packages; none of them is installed`);
    await call('apt-get', ['-qq', '-o', 'APT::Sandbox::User=root', 'download', ...missing], { cwd: folder });
  }
  const files = await readdir(folder);
  const found = wanted.map((name) => {
    const file = fileOf(name, files);
    if (file === undefined) throw new Error(`apt-get download gave no ${name}`);
    return path.join(folder, file);
  });
  const [first, ...others] = found;
  if (first === undefined) throw new Error('no package is wanted');
  return { kernel: first, others };
}
