/** Refuses a document in which a list or an object is far too large, before thousands of entries are checked one by one. */

import type { JsonProblem } from './problem.ts';

/** The largest object of a program document, the pattern, has 15 entries; its longest list has 12. */
const MOST_ENTRIES = 64;

export function crowdProblem(value: unknown, most = MOST_ENTRIES): JsonProblem | null {
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
