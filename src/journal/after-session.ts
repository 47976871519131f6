/** The signs that the page asks about after a session. plan/change/locks.ts says what each of them locks. */

import type { NotedSign } from './entry.ts';

/** In the order of the list that the screen opens with "something else". Tingling is not in that list: the screen asks about it separately. */
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
