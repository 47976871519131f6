/** The virtual machine with the real BlueZ: an ordinary process, no privilege, reached on 127.0.0.1 only. */

import { readFile } from 'node:fs/promises';
import net from 'node:net';
import path from 'node:path';
import { startOnLifeline, temporaryFolder } from '../../browser/harness/lifeline.ts';
import { shellOf } from './console.ts';
import type { Image } from './image.ts';

/** BlueZ as Debian ships it (plugins, services remembered, three ATT channels), or with as little as it does. */
export const configurations = ['stock', 'pared'] as const;
export type Configuration = (typeof configurations)[number];

export interface GuestOptions {
  readonly image: Image;
  readonly configuration: Configuration;
  /** Longest ATT MTU, bytes. Default BlueZ's, 517. */
  readonly mtu?: number | undefined;
}

export interface Guest {
  /** D-Bus address of its system bus. */
  readonly bus: string;
  /** Runs a command as root in it; gives what it says. */
  shell(command: string): Promise<string>;
  /** All that its console has said. */
  said(): Promise<string>;
  end(): Promise<void>;
}

/** The machine itself failed: no word about the page. */
export class GuestTrouble extends Error {}

/** From a start on a machine that does much else. It takes 2 to 4 s on one that does not. */
const UP_WITHIN = 60_000;
/** A guest nobody ends ends itself then, by QEMU's own clock, s. */
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

/** An emulation of /dev/kvm may be there on a machine without the processor's own, and is slower than none. */
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

/** Resolves when both adapters are on. @throws GuestTrouble */
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
