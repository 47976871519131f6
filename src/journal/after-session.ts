/** The warning signs that the page asks about after a session. plan/change/locks.ts says what each of them locks. */

import type { NotedSign } from './entry.ts';

/** In the order of the list on the screen. Tingling is not in that list, because the screen asks about it in a question of its own. */
export const signsAfter = [
  'tingling',
  'marks',
  'weakness',
  'one-calf',
  'severe-pain',
  'dark-urine',
  'emergency',
] as const satisfies readonly NotedSign[];
export type SignAfter = (typeof signsAfter)[number];
