/** A root shell on the guest's console, one command at a time: for faults that D-Bus cannot cause. */

import net from 'node:net';

/** Longest duration of a command, ms. */
const TIME_LIMIT = 15_000;

/** @param socket of QEMU's character device, which accepts one client at a time @returns the command's output */
export function shellOf(socket: string): (command: string) => Promise<string> {
  let last: Promise<unknown> = Promise.resolve();
  let number = 0;
  const run = (command: string): Promise<string> =>
    new Promise((resolve, reject) => {
      // The console echoes its input, so only the shell assembles the marks.
      const mark = `${++number}:`;
      const line = net.connect(socket);
      let heard = '';
      const late = setTimeout(() => {
        line.destroy();
        reject(new Error(`The guest's shell did not end: ${command}\n${heard}`));
      }, TIME_LIMIT);
      line.on('error', reject);
      line.on('data', (chunk: Buffer) => {
        heard += chunk.toString();
        // On a loaded machine the console loses the beginning of its output.
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
