/** A person's own programs, kept in this browser. What is read back is checked like anything else from outside. */

import type { Problem } from '../program/problem.ts';
import type { Program } from '../program/program.ts';

/** The part of localStorage that is needed. */
export interface Kept {
  getItem(key: string): string | null;
  setItem(key: string, text: string): void;
}

export type ProgramRead =
  | { readonly ok: true; readonly program: Program }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** What turns programs into text and back. */
export interface ProgramText {
  readDocument(text: string): ProgramRead;
  documentText(program: Program): string;
}

const KEY = 'heartward.programs';
/** More than these are not kept: the oldest go. */
export const MOST_KEPT = 50;

/** Documents as they were kept, unread; anything else in the storage counts as nothing. */
export function keptTexts(storage: Kept): readonly string[] {
  try {
    const kept: unknown = JSON.parse(storage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((text) => typeof text === 'string').slice(0, MOST_KEPT) : [];
  } catch {
    return [];
  }
}

/** Newest first; what cannot be read is left out. */
export const readKept = (storage: Kept, { readDocument }: ProgramText): readonly Program[] =>
  keptTexts(storage).flatMap((text) => {
    const read = readDocument(text);
    return read.ok ? [read.program] : [];
  });

/** Storage may be full or switched off: then they last as long as the page. */
export function keep(storage: Kept, programs: readonly Program[], { documentText }: ProgramText): void {
  try {
    storage.setItem(KEY, JSON.stringify(programs.slice(0, MOST_KEPT).map(documentText)));
  } catch {
    // The page itself still has them.
  }
}
