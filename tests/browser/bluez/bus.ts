/** A private D-Bus daemon on a socket in a temporary folder, so that tests do not touch the machine's Bluetooth. */

import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { startOnLifeline, temporaryFolder } from '../harness/lifeline.ts';

export interface PrivateBus {
  /** D-Bus address: the value of DBUS_SYSTEM_BUS_ADDRESS for programs on this bus. */
  readonly address: string;
  end(): Promise<void>;
}

/** Lets any client take any name and call any other client. */
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

/** Rejects if dbus-daemon is not installed or does not start. */
export const startBus = async (): Promise<PrivateBus> => {
  const folder = await temporaryFolder('bus');
  const file = path.join(folder, 'bus.conf');
  const socket = path.join(folder, 'socket');
  await writeFile(file, configuration(socket));
  const { program, end } = startOnLifeline(
    folder,
    ['dbus-daemon', `--config-file=${file}`, '--nofork', '--nopidfile', '--print-address=1'],
    ['pipe', 'pipe'],
  );
  let complaints = '';
  program.stderr?.on('data', (chunk: Buffer) => {
    complaints += chunk.toString();
  });
  const up = await new Promise<boolean>((resolve) => {
    program.stdout?.once('data', () => resolve(true));
    program.stdout?.once('end', () => resolve(false));
  });
  if (!up) {
    await end();
    throw new Error(
      `No private D-Bus: is dbus-daemon installed (Debian: apt-get install dbus)? ${complaints}`,
    );
  }
  return { address: `unix:path=${socket}`, end };
};
