/**
 * Whoever started us: npm, its shell and the loaders between. npm that is killed does not take along what it started, so a program
 * that must not outlive it has to look.
 */

import { readFileSync } from 'node:fs';

const LAUNCHERS = /^(?:node|npm|sh|dash)\b/;

interface Process {
  readonly name: string;
  readonly parent: number;
}

/** As /proc/PID/stat has it (proc(5)): `pid (name) state parent …`. Null when there is no such process, or no /proc. */
function processAt(pid: number): Process | null {
  try {
    const [, name = '', parent = '0'] =
      /\((.*)\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
    return { name, parent: Number(parent) };
  } catch {
    return null;
  }
}

/** Process numbers from ours up to the last of those that only start others. */
function chain(pid: number): readonly number[] {
  const parent = processAt(pid)?.parent ?? 0;
  const above = parent > 1 ? processAt(parent) : null;
  return above && LAUNCHERS.test(above.name) ? [pid, ...chain(parent)] : [pid];
}

/** @returns whether one of those who started us has ended since */
export function watchAncestors(): () => boolean {
  const pids = chain(process.pid);
  return () => pids.slice(1).some((parent, index) => processAt(pids[index] ?? 0)?.parent !== parent);
}
