/** Reads JSON text from outside as a value, or says why it is not JSON. */

import { excerpt } from './excerpt.ts';
import { DEEPEST, type JsonScan, scanJson } from './json-scan.ts';
import type { JsonProblem } from './problem.ts';

/** Characters of the longest program text that is read. */
export const LONGEST_TEXT = 64 * 1024;

/** Characters at the beginning of a text that are scanned before all of it is parsed. Programs and plans are shorter. */
const BEGINNING = 256 * 1024;
/** Most characters of a text that is searched for duplicate keys to its end. Longer texts take too long, and nobody edits them by hand. */
const MOST_SEARCHED = 2 * 1024 * 1024;

export type JsonRead =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problems: readonly JsonProblem[] };

const refused = (...problems: readonly JsonProblem[]): JsonRead => ({ ok: false, problems });

/** @param at offset of the fault */
function wrongAt(text: string, at: number): JsonProblem {
  if (at >= text.trimEnd().length) return { kind: 'jsonCutOff' };
  const before = text.slice(0, at).split('\n');
  const near = excerpt(text.slice(at).split('\n')[0] ?? '', 20);
  return {
    kind: 'jsonWrong',
    line: before.length,
    column: (before.at(-1)?.length ?? 0) + 1,
    near: near.trim() === '' ? null : near,
  };
}

/** The problem of a text that cannot be a document, as far as its first visible character shows it. */
function foreignStart(text: string): JsonProblem | null {
  const start = text.slice(0, BEGINNING).trimStart();
  if (start.startsWith('{')) return null;
  if (start.startsWith('<')) return { kind: 'webPage' };
  return { kind: start === '' && text.length <= BEGINNING ? 'documentEmpty' : 'noBrace' };
}

function problemsOf(text: string, { fault, repeated }: JsonScan): readonly JsonProblem[] {
  if (typeof fault === 'number') return [wrongAt(text, fault)];
  if (fault === 'tooDeep') return [{ kind: 'tooDeep', most: DEEPEST }];
  return repeated.map((key) => ({ kind: 'keyTwice', key: excerpt(key) }));
}

/** Reads a text that should be a JSON object. @param most characters that the text may have */
export function readJson(text: string, most = LONGEST_TEXT): JsonRead {
  if (text.length > most) {
    return refused({ kind: 'documentTooLong', length: text.length, most });
  }
  const plain = text.replace(/^\ufeff/, '');
  const foreign = foreignStart(plain);
  if (foreign !== null) return refused(foreign);
  const beginning = problemsOf(plain, scanJson(plain, BEGINNING));
  if (beginning.length > 0) return refused(...beginning);
  let value: unknown;
  try {
    value = JSON.parse(plain);
  } catch {
    return refused({ kind: 'notJson' });
  }
  const isSearched = plain.length > BEGINNING && plain.length <= MOST_SEARCHED;
  const problems = isSearched ? problemsOf(plain, scanJson(plain)) : [];
  return problems.length === 0 ? { ok: true, value } : refused(...problems);
}
