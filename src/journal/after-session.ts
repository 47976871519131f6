/** The signs that the page asks about after a session. plan/change/locks.ts says what each of them locks. */

import type { NotedSign } from './entry.ts';

/** In the order of the screen: tingling is a question of its own, and the others are behind "something else". */
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
