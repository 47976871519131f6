/** The program that is meant by a word of the command line: a preset, a plain pattern, or a file. */

import { closest } from 'fastest-levenshtein';
import { plainPrograms } from '../program/patterns.ts';
import { findProgram, programs } from '../program/presets.ts';
import type { Problem } from '../program/problem.ts';
import type { Program } from '../program/program.ts';

export type Chosen =
  | { readonly ok: true; readonly program: Program }
  /** Lines to read. */
  | { readonly ok: false; readonly why: readonly string[] };

/** A problem as a line. */
export const problemLine = ({ place, reason, suggestion }: Problem): string =>
  `  ${place}: ${[reason, suggestion].filter(Boolean).join(' ')}`;

export function chosenProgram(word: string): Chosen {
  const program = findProgram(word);
  if (program) return { ok: true, program };
  const ids = [...programs, ...plainPrograms].map(({ id }) => id);
  return {
    ok: false,
    why: [`There is no program "${word}". Did you mean "${closest(word, ids)}"? --list names them all.`],
  };
}
