/** A D-Bus daemon of its own on a socket in a temporary folder, so that no test meets the machine's real Bluetooth. */

import { spawn } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface PrivateBus {
  /** A D-Bus address, as DBUS_SYSTEM_BUS_ADDRESS takes it. */
  readonly address: string;
  /** Resolves when the daemon and its folder are gone. */
  end(): Promise<void>;
}

/** Everybody may own any name and call anybody: the bus holds one browser and one org.bluez. */
const configuration = (socket: string): string => `<!DOCTYPE busconfig PUBLIC
  "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
  "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>system</type>
  <listen>unix:path=${socket}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow own="*"/>
    <allow send_destination="*"/>
    <allow receive_sender="*"/>
  </policy>
</busconfig>
`;

/**
 * The shell waits on its standard input, which ends with this process however that ends (a test runner may kill its
 * workers outright), and takes the daemon and the folder along.
 */
const DAEMON_FOR_AS_LONG_AS_WE_LIVE = `
  dbus-daemon --config-file="$1/bus.conf" --nofork --nopidfile --print-address=1 &
  daemon=$!
  read -r _
  kill $daemon
  wait $daemon
  rm -rf "$1"
`;

/** Fails if dbus-daemon is not installed or does not come up. */
export const startBus = async (): Promise<PrivateBus> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'heartward-bus-'));
  await writeFile(path.join(folder, 'bus.conf'), configuration(path.join(folder, 'socket')));
  const shell = spawn('sh', ['-c', DAEMON_FOR_AS_LONG_AS_WE_LIVE, 'sh', folder], {
    // A process group of its own: Ctrl-C at the terminal must not end the shell before the daemon.
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => shell.once('exit', () => resolve()));
  let complaints = '';
  shell.stderr.on('data', (chunk: Buffer) => {
    complaints += chunk.toString();
  });
  const end = async (): Promise<void> => {
    shell.stdin.end();
    await ended;
  };
  const up = await new Promise<boolean>((resolve) => {
    shell.stdout.once('data', () => resolve(true));
    shell.stdout.once('end', () => resolve(false));
    shell.once('error', () => resolve(false));
    setTimeout(() => resolve(false), 5000).unref();
  });
  if (!up) {
    await end();
    throw new Error(
      `No private D-Bus: is dbus-daemon installed (Debian: apt-get install dbus)? ${complaints}`,
    );
  }
  return { address: `unix:path=${path.join(folder, 'socket')}`, end };
};
