/** What is asked after a session, and what the answers become. What each sign locks is plan/change/locks.ts. */

import type { EntryId, NotedSign, Told } from './entry.ts';

/** Asked of after every session, in the order of the screen; the first by itself, the others behind "something else". */
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

export interface AnswersAfter {
  /** How the legs feel, 0 = fresh to 10; null = not said. */
  readonly feel: number | null;
  readonly signs: readonly SignAfter[];
}

/** @param of the session, if it is in the journal */
export const toldAfter = ({ feel, signs }: AnswersAfter, of: EntryId | null): readonly Told[] => [
  ...(feel === null ? [] : [{ kind: 'soreness', when: 'after', scores: { legs: feel }, of } as const]),
  ...signs.map((sign): Told => ({ kind: 'sign', sign, of })),
];
