/** Refuses a document with a list or group larger than any of its kind has, before its thousands of entries are checked one by one. */

import type { JsonProblem } from './problem.ts';

/** The largest group of a program has 17 entries, its longest list 12. */
const MOST_ENTRIES = 64;

/** @param value as JSON gives it: a tree */
export function crowded(value: unknown, most = MOST_ENTRIES): JsonProblem | null {
  const open: unknown[] = [value];
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next !== 'object' || next === null) continue;
    const entries: unknown[] = Array.isArray(next) ? next : Object.values(next);
    if (entries.length > most) return { kind: 'crowded', entries: entries.length, most };
    open.push(...entries);
  }
  return null;
}
