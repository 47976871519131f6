/** The guest: a virtual machine with the real BlueZ. It is an unprivileged process, reachable only at 127.0.0.1. */

import { readFile } from 'node:fs/promises';
import net from 'node:net';
import path from 'node:path';
import { startOnLifeline, temporaryFolder } from '../../browser/harness/lifeline.ts';
import { shellOf } from './console.ts';
import type { Image } from './image.ts';

/** `stock`: BlueZ as Debian ships it, with plugins, cached services and three ATT channels. `pared`: only the minimum. */
export const configurations = ['stock', 'pared'] as const;
export type Configuration = (typeof configurations)[number];

export interface GuestOptions {
  readonly image: Image;
  readonly configuration: Configuration;
  /** Largest ATT MTU, bytes. Default: that of BlueZ, 517. */
  readonly mtu?: number | undefined;
}

export interface Guest {
  readonly bus: string;
  /** Runs a command as root in the guest and resolves with its output. */
  shell(command: string): Promise<string>;
  said(): Promise<string>;
  end(): Promise<void>;
}

/** The machine failed. So the run does not tell whether the page is right. */
export class GuestTrouble extends Error {}

/** How long the guest may take to start on a busy machine, ms. An idle machine needs 2 to 4 s. */
const UP_WITHIN = 60_000;
/** The guest is ended at this age, s, in case the test that started it does not end it. */
const LONGEST_LIFE = 1800;

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address !== null && typeof address === 'object') resolve(address.port);
        else reject(new Error('no port'));
      });
    });
  });

/** Without hardware virtualisation there may be a /dev/kvm that is itself emulated, and so slower than no KVM. */
async function accelerator(): Promise<string> {
  const processor = await readFile('/proc/cpuinfo', 'utf8').catch(() => '');
  return /\b(?:vmx|svm)\b/.test(processor) ? 'kvm:tcg' : 'tcg';
}

const kernelWords = ({ configuration, mtu }: GuestOptions): string =>
  [
    'console=ttyS0 quiet panic=-1 nokaslr tsc=reliable no_timer_check mitigations=off cryptomgr.notests',
    `radio.uid=${process.getuid?.() ?? 0}`,
    ...(configuration === 'pared' ? ['radio.pared'] : []),
    ...(mtu === undefined ? [] : [`radio.mtu=${mtu}`]),
  ].join(' ');

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Resolves when the guest is ready. @throws GuestTrouble */
export async function startGuest(options: GuestOptions): Promise<Guest> {
  const folder = await temporaryFolder('radio');
  const port = await freePort();
  const log = path.join(folder, 'console.log');
  const socket = path.join(folder, 'console');
  const { program, end } = startOnLifeline(
    folder,
    [
      ...['timeout', String(LONGEST_LIFE), 'qemu-system-x86_64'],
      ...['-machine', `q35,accel=${await accelerator()}`, '-cpu', 'max', '-smp', '2', '-m', '256'],
      ...['-no-reboot', '-display', 'none', '-nodefaults', '-no-user-config'],
      ...['-kernel', options.image.kernel, '-initrd', options.image.disk, '-append', kernelWords(options)],
      ...[
        '-chardev',
        `socket,id=console,path=${socket},server=on,wait=off,logfile=${log}`,
        '-serial',
        'chardev:console',
      ],
      ...['-netdev', `user,id=net,restrict=on,hostfwd=tcp:127.0.0.1:${port}-:5555`],
      ...['-device', 'virtio-net-pci,netdev=net,romfile='],
    ],
    ['ignore', 'pipe'],
  );
  let complaints = '';
  program.stderr?.on('data', (chunk: Buffer) => {
    complaints += chunk.toString();
  });
  let ended = false;
  program.once('exit', () => {
    ended = true;
  });
  const said = (): Promise<string> => readFile(log, 'utf8').catch(() => '');
  const trouble = async (what: string): Promise<GuestTrouble> => {
    const words = `${await said()}\n${complaints}`.trim().split('\n').slice(-25).join('\n');
    await end();
    return new GuestTrouble(`${what}\n${words}`);
  };
  const late = performance.now() + UP_WITHIN;
  while (!/^radio: ready/m.test(await said())) {
    if (ended) throw await trouble('QEMU has ended.');
    if (performance.now() > late)
      throw await trouble(`The guest did not come up within ${UP_WITHIN / 1000} s.`);
    await wait(50);
  }
  const shell = shellOf(socket);
  return {
    bus: `tcp:host=127.0.0.1,port=${port}`,
    shell: (command) =>
      shell(command).catch((error: unknown) => {
        throw new GuestTrouble(error instanceof Error ? error.message : String(error));
      }),
    said,
    end,
  };
}
