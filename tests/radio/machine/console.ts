/** The root shell on the guest's console, one command at a time: for faults that no D-Bus can make. */

import net from 'node:net';

/** A command takes no longer, ms. */
const PATIENCE = 15_000;

/** `socket`: of QEMU's character device, which takes one caller at a time. @returns what the command has said */
export function shellOf(socket: string): (command: string) => Promise<string> {
  let last: Promise<unknown> = Promise.resolve();
  let number = 0;
  const run = (command: string): Promise<string> =>
    new Promise((resolve, reject) => {
      // The console echoes what is typed: the marks are put together only by the shell.
      const mark = `${++number}:`;
      const line = net.connect(socket);
      let heard = '';
      const late = setTimeout(() => {
        line.destroy();
        reject(new Error(`The guest's shell did not end: ${command}\n${heard}`));
      }, PATIENCE);
      line.on('error', reject);
      line.on('data', (chunk: Buffer) => {
        heard += chunk.toString();
        // On a loaded machine the console loses what it says first.
        const found = new RegExp(`(?:<begin ${mark}\\r?\\n)?([^]*?)\\r?\\n?<end ${mark}`).exec(heard);
        if (!found) return;
        clearTimeout(late);
        line.destroy();
        resolve((found[1] ?? '').replaceAll('\r', ''));
      });
      line.write(`echo "<be""gin ${mark}"\n${command}\necho "<e""nd ${mark}"\n`);
    });
  return (command) => {
    const next = last.then(
      () => run(command),
      () => run(command),
    );
    last = next;
    return next;
  };
}
