/** Builds what the guest boots from: Debian's kernel, and a RAM disk with kernel modules, BlueZ and all that BlueZ needs. */

import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { archive, type Entry } from './archive.ts';
import { librariesOf, modulesBefore } from './elf.ts';
import { fetchPackages, type Packages } from './packages.ts';

const call = promisify(execFile);
const GUEST = fileURLToPath(new URL('../guest/', import.meta.url));

export interface Image {
  readonly kernel: string;
  readonly disk: string;
}

/** Path of each program in its package. */
const PROGRAMS = [
  'bin/busybox',
  'usr/bin/dbus-daemon',
  'usr/bin/socat',
  'usr/bin/btvirt',
  'usr/bin/btmon',
  'usr/bin/btmgmt',
  'usr/bin/hcitool',
  'usr/libexec/bluetooth/bluetoothd',
];
const APPLETS =
  'sh mount mkdir ip insmod sleep cat echo ls cut ps kill killall pidof sed grep reboot poweroff'.split(' ');
const LOADER = 'lib/x86_64-linux-gnu/ld-linux-x86-64.so.2';
const LIBRARY_FOLDERS = ['lib/x86_64-linux-gnu', 'usr/lib/x86_64-linux-gnu'];

/**
 * Kernel modules in loading order; `modules` loads the dependencies of each before it. drbg and sha512 come before ecdh: without a random
 * generator the kernel makes no pairing keys, and says so only in its log.
 */
const MODULES = [
  ...['virtio_pci', 'virtio_net'],
  ...['ctr', 'sha512_generic', 'drbg', 'cmac', 'ecb', 'ccm', 'ecdh_generic', 'algif_hash', 'algif_skcipher'],
  ...['uhid', 'bluetooth', 'hci_vhci'],
];
/** Only these parts of the kernel package are unpacked; the whole has 400 MB. */
const KERNEL_PARTS = [
  './boot/vmlinuz-*',
  ...[
    'modules.*',
    'kernel/net/*',
    'kernel/drivers/bluetooth/*',
    'kernel/drivers/virtio/*',
    'kernel/drivers/net/*',
  ].map((part) => `./lib/modules/*/${part}`),
  ...['kernel/lib/*', 'kernel/crypto/*', 'kernel/arch/x86/crypto/*', 'kernel/drivers/hid/*'].map(
    (part) => `./lib/modules/*/${part}`,
  ),
];

const file = (name: string, content: Buffer | string, runs = false): Entry => ({
  kind: 'file',
  path: name,
  content: Buffer.from(content),
  runs,
});

async function unpack({ kernel, others }: Packages, into: string): Promise<void> {
  for (const one of others) await call('dpkg-deb', ['-x', one, into]);
  const command =
    'kernel=$0; into=$1; shift; dpkg-deb --fsys-tarfile "$kernel" | tar -x -C "$into" --wildcards "$@"';
  await call('bash', ['-o', 'pipefail', '-c', command, kernel, into, ...KERNEL_PARTS]);
}

/**
 * The kernel as an ELF file, which QEMU can start directly (through the file's PVH note). Without hardware virtualisation, the guest
 * would take 4 s at each start to unpack the compressed kernel.
 */
async function kernelImage(unpacked: string, to: string): Promise<void> {
  const [name] = (await readdir(path.join(unpacked, 'boot'))).filter((found) => found.startsWith('vmlinuz-'));
  const packed = await readFile(path.join(unpacked, 'boot', name ?? ''));
  const at = packed.indexOf(Buffer.from([0xfd, ...Buffer.from('7zXZ'), 0]));
  if (at < 0) throw new Error(`${name} is not compressed with xz`);
  await writeFile(`${to}.xz`, packed.subarray(at));
  // xz complains about the bytes after its stream and exits with an error, but its output is complete.
  await call('bash', ['-c', 'xz -dc --single-stream "$0" >"$1" 2>/dev/null || true', `${to}.xz`, to]);
  await rm(`${to}.xz`);
  const head = Buffer.from((await readFile(to)).subarray(0, 4)).toString('latin1');
  if (head !== '\u007fELF') throw new Error(`What is in ${name} is no ELF file`);
}

async function modules(unpacked: string): Promise<readonly Entry[]> {
  const home = path.join(unpacked, 'lib/modules');
  const [version] = await readdir(home);
  const folder = path.join(home, version ?? '');
  const all = (await readdir(folder, { recursive: true })).filter((found) => found.endsWith('.ko'));
  const builtIn = await readFile(path.join(folder, 'modules.builtin'), 'utf8');
  const fileName = (name: string): RegExp => new RegExp(`(^|/)${name.replace(/[-_]/g, '[-_]')}\\.ko$`, 'm');
  const loaded = new Map<string, Buffer>();
  const load = async (name: string): Promise<void> => {
    const key = name.replaceAll('-', '_');
    if (loaded.has(key)) return;
    const found = all.find((one) => fileName(name).test(one));
    if (found === undefined) {
      if (fileName(name).test(builtIn)) return;
      throw new Error(`The kernel's package has no module ${name}`);
    }
    const content = await readFile(path.join(folder, found));
    for (const before of modulesBefore(content)) await load(before);
    loaded.set(key, content);
  };
  for (const name of MODULES) await load(name);
  return [
    file('modules/order', `${[...loaded.keys()].join('\n')}\n`),
    ...[...loaded].map(([name, content]) => file(`modules/${name}.ko`, content)),
  ];
}

async function programs(unpacked: string): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  const known = new Set<string>();
  const libraries = async (content: Buffer): Promise<void> => {
    for (const name of librariesOf(content)) {
      if (known.has(name) || name.startsWith('ld-linux')) continue;
      known.add(name);
      const tried = await Promise.all(
        LIBRARY_FOLDERS.map((folder) => readFile(path.join(unpacked, folder, name)).catch(() => null)),
      );
      const library = tried.find((one) => one !== null);
      if (!library) throw new Error(`No package that was fetched has the library ${name}`);
      entries.push(file(`lib/${name}`, library));
      await libraries(library);
    }
  };
  for (const program of PROGRAMS) {
    const content = await readFile(path.join(unpacked, program));
    entries.push(file(`bin/${path.basename(program)}`, content, true));
    await libraries(content);
  }
  entries.push(file('lib64/ld-linux-x86-64.so.2', await readFile(path.join(unpacked, LOADER)), true));
  return entries;
}

async function disk(unpacked: string): Promise<Buffer> {
  const own = (name: string): Promise<Buffer> => readFile(path.join(GUEST, name));
  const folders =
    'bin lib lib64 modules proc sys dev run run/dbus tmp etc etc/bluetooth root var var/lib var/lib/bluetooth'
      .split(' ')
      .map((name): Entry => ({ kind: 'folder', path: name }));
  return archive([
    ...folders,
    file('init', await own('init'), true),
    file('etc/bus.conf', await own('bus.conf')),
    file('etc/pared.conf', await own('pared.conf')),
    // The next three files are as Debian ships them.
    file('etc/bluetooth/main.conf', await readFile(path.join(unpacked, 'etc/bluetooth/main.conf'))),
    file('etc/bluetooth/input.conf', await readFile(path.join(unpacked, 'etc/bluetooth/input.conf'))),
    file('etc/bluetooth/network.conf', await readFile(path.join(unpacked, 'etc/bluetooth/network.conf'))),
    file('etc/passwd', 'root:x:0:0::/root:/bin/sh\n'),
    file('etc/group', 'root:x:0:\n'),
    file('etc/machine-id', '6865617274776172646865617274776f\n'),
    ...APPLETS.map((name): Entry => ({ kind: 'link', path: `bin/${name}`, to: 'busybox' })),
    ...(await modules(unpacked)),
    ...(await programs(unpacked)),
  ]);
}

/** A hash of the files that decide what goes into the image: this file, the guest's own files, and the names of the packages. */
async function fingerprint({ kernel, others }: Packages): Promise<string> {
  const hash = createHash('sha256');
  const sources = [
    fileURLToPath(import.meta.url),
    ...['init', 'bus.conf', 'pared.conf'].map((name) => path.join(GUEST, name)),
  ];
  for (const source of sources) hash.update(await readFile(source));
  for (const one of [kernel, ...others]) hash.update(path.basename(one));
  return hash.digest('hex').slice(0, 16);
}

export async function guestImage(folder: string, tell: (what: string) => void): Promise<Image> {
  const packages = await fetchPackages(path.join(folder, 'packages'), tell);
  const home = path.join(folder, `image-${await fingerprint(packages)}`);
  const image = { kernel: path.join(home, 'vmlinux'), disk: path.join(home, 'disk') };
  if (await readFile(path.join(home, 'made')).catch(() => null)) return image;
  tell('making the guest');
  for (const older of (await readdir(folder)).filter((name) => name.startsWith('image-')))
    await rm(path.join(folder, older), { recursive: true });
  const making = await mkdtemp(path.join(folder, 'making-'));
  try {
    const unpacked = path.join(making, 'unpacked');
    await mkdir(unpacked);
    await unpack(packages, unpacked);
    await kernelImage(unpacked, path.join(making, 'vmlinux'));
    await writeFile(path.join(making, 'disk'), await disk(unpacked));
    await writeFile(path.join(making, 'made'), 'whole\n');
    await rm(unpacked, { recursive: true });
    await rename(making, home);
  } finally {
    await rm(making, { recursive: true, force: true });
  }
  return image;
}
