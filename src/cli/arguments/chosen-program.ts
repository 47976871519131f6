/** Finds the program named on the command line: a preset, a plain pattern, or a file. */

import { open } from 'node:fs/promises';
import { closest } from 'fastest-levenshtein';
import { LARGEST_FILE_BYTES, readDocument } from '../../program/document.ts';
import { plainPrograms } from '../../program/patterns.ts';
import { findProgram, programs } from '../../program/presets.ts';
import type { Program } from '../../program/program.ts';
import type { Problem } from '../../session/view.ts';
import { words } from '../../words/in-use.ts';
import type { ProblemWords } from '../../words/notices/problem-words.ts';

export type Chosen =
  | { readonly ok: true; readonly program: Program }
  | { readonly ok: false; readonly why: readonly string[] };

export const lineOf = ({ place, reason, suggestion }: ProblemWords): string =>
  `  ${place}: ${[reason, suggestion].filter(Boolean).join(' ')}`;

export const problemLine = (problem: Problem): string => lineOf(words.problem(problem));

const isFile = (word: string): boolean => /\.json$|[/\\]/i.test(word);

/** Reads no more of the file than is needed to see that it is too long. */
async function textOf(path: string): Promise<string> {
  const file = await open(path);
  try {
    const buffer = Buffer.alloc(LARGEST_FILE_BYTES + 1);
    const { bytesRead } = await file.read(buffer, 0, buffer.length, 0);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await file.close();
  }
}

async function fromFile(path: string): Promise<Chosen> {
  let text: string;
  try {
    text = await textOf(path);
  } catch (error) {
    return {
      ok: false,
      why: [`"${path}" cannot be read: ${error instanceof Error ? error.message : error}.`],
    };
  }
  const read = readDocument(text);
  if (read.ok) return read;
  return { ok: false, why: [`"${path}" is refused:`, ...read.problems.map(problemLine)] };
}

export async function chosenProgram(word: string): Promise<Chosen> {
  const program = findProgram(word);
  if (program) return { ok: true, program };
  if (isFile(word)) return fromFile(word);
  const ids = [...programs, ...plainPrograms].map(({ id }) => id);
  return {
    ok: false,
    why: [
      `There is no program "${word}". Did you mean "${closest(word, ids)}"? --list names them all; a file ends in .json.`,
    ],
  };
}
