/** Lists and groups with more in them than any program has: told at once, before each of thousands is looked at by itself. */

import type { Problem } from '../problem.ts';

/** The largest group of a program has 17 entries, its longest list 12. */
const MOST_ENTRIES = 64;

const crowd = (entries: number): Problem => ({
  place: 'program',
  reason: `A list or a group in it has ${entries.toLocaleString('en')} entries; none of a program has more than ${MOST_ENTRIES}.`,
  suggestion: 'Choose a file that was saved as a program.',
});

/** @param value as JSON gives it: a tree */
export function crowded(value: unknown): Problem | null {
  const open: unknown[] = [value];
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next !== 'object' || next === null) continue;
    const entries: unknown[] = Array.isArray(next) ? next : Object.values(next);
    if (entries.length > MOST_ENTRIES) return crowd(entries.length);
    open.push(...entries);
  }
  return null;
}
