/** A root shell on the guest's console, which runs one command at a time. */

import net from 'node:net';

/** How long a command may take, ms. */
const TIME_LIMIT = 15_000;

/**
 * @param socket of the console, a character device of QEMU that accepts one client at a time
 * @returns a function that runs a command and resolves with its output
 */
export function shellOf(socket: string): (command: string) => Promise<string> {
  let last: Promise<unknown> = Promise.resolve();
  let number = 0;
  const run = (command: string): Promise<string> =>
    new Promise((resolve, reject) => {
      // The console echoes its input. In the input, quotes split the marks, so a whole mark can only be output.
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
        // On a loaded machine the console may lose the beginning of its output, so the first mark is optional.
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
