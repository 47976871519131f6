/**
 * Watches the processes that started this one: npm, its shell and loaders. If npm is killed, the processes that it started live on, so a
 * program that must end with npm has to check for itself.
 */

import { readFileSync } from 'node:fs';

const LAUNCHERS = /^(?:node|npm|sh|dash)\b/;

interface Process {
  readonly name: string;
  readonly parent: number;
}

/** Reads /proc/PID/stat (proc(5)): `pid (name) state parent …`. Null if the process or /proc does not exist. */
function processAt(pid: number): Process | null {
  try {
    const [, name = '', parent = '0'] =
      /\((.*)\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
    return { name, parent: Number(parent) };
  } catch {
    return null;
  }
}

function chain(pid: number): readonly number[] {
  const parent = processAt(pid)?.parent ?? 0;
  const above = parent > 1 ? processAt(parent) : null;
  return above && LAUNCHERS.test(above.name) ? [pid, ...chain(parent)] : [pid];
}

export function watchLaunchers(): () => boolean {
  const pids = chain(process.pid);
  return () => pids.slice(1).some((parent, index) => processAt(pids[index] ?? 0)?.parent !== parent);
}
