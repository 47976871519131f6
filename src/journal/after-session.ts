/** The signs that the page asks about after a session. plan/change/locks.ts says what each of them locks. */

import type { NotedSign } from './entry.ts';

/** In the order in which the screen shows them behind "something else". Tingling is left out there, because the screen asks about it separately. */
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
