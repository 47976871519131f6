/** Stores the user's own programs in this browser. What is read back is checked like any import. */

import type { Program } from '../program/program.ts';
import type { Problem } from '../safety/problem.ts';

/** The part of localStorage that is used. */
export interface Kept {
  getItem(key: string): string | null;
  setItem(key: string, text: string): void;
}

export type ProgramRead =
  | { readonly ok: true; readonly program: Program }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Turns programs into text and back. */
export interface ProgramText {
  readDocument(text: string): ProgramRead;
  documentText(program: Program): string;
}

const KEY = 'heartward.programs';
/** Most programs that are kept; the oldest are dropped. */
export const MOST_KEPT = 50;

/** The stored documents, unread. Anything else in the storage is ignored. */
export function keptTexts(storage: Kept): readonly string[] {
  try {
    const kept: unknown = JSON.parse(storage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((text) => typeof text === 'string').slice(0, MOST_KEPT) : [];
  } catch {
    return [];
  }
}

/** Newest first. Leaves out what cannot be read. */
export const readKept = (storage: Kept, { readDocument }: ProgramText): readonly Program[] =>
  keptTexts(storage).flatMap((text) => {
    const read = readDocument(text);
    return read.ok ? [read.program] : [];
  });

/** If storage is full or switched off, the programs last as long as the page. */
export function keep(storage: Kept, programs: readonly Program[], { documentText }: ProgramText): void {
  try {
    storage.setItem(KEY, JSON.stringify(programs.slice(0, MOST_KEPT).map(documentText)));
  } catch {
    // The page still has them.
  }
}
