/** Opens an address in the person's browser. If that fails it is no error, because the address has been printed. */

import { spawn } from 'node:child_process';

function opener(address) {
  if (process.platform === 'darwin') return ['open', [address]];
  if (process.platform === 'win32') return ['cmd', ['/c', 'start', '""', address]];
  return ['xdg-open', [address]];
}

/** BROWSER=none opens nothing; any other value names the program to use. */
export function openBrowser(address) {
  const chosen = process.env.BROWSER ?? '';
  if (chosen === 'none') return;
  const [command, args] = chosen === '' ? opener(address) : [chosen, [address]];
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  child.on('error', () => console.log('(Could not open a browser: open the address yourself.)'));
  child.unref();
}
