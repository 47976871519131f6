/** Reads JSON text from outside as a value, or says why it is not JSON. */

import { excerpt } from './excerpt.ts';
import { scanJson } from './json-scan.ts';
import type { JsonProblem } from './problem.ts';

/** Characters of the longest program text that is read. */
export const LONGEST_TEXT = 64 * 1024;

export type JsonRead =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problems: readonly JsonProblem[] };

const refused = (...problems: readonly JsonProblem[]): JsonRead => ({ ok: false, problems });

function notJson(text: string): JsonProblem {
  const at = scanJson(text).fault;
  if (at === null) return { kind: 'notJson' };
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

/** @param most characters that the text may have */
export function readJson(text: string, most = LONGEST_TEXT): JsonRead {
  if (text.length > most) {
    return refused({ kind: 'documentTooLong', length: text.length, most });
  }
  const plain = text.replace(/^\ufeff/, '');
  if (plain.trim() === '') return refused({ kind: 'documentEmpty' });
  if (plain.trimStart().startsWith('<')) return refused({ kind: 'webPage' });
  let value: unknown;
  try {
    value = JSON.parse(plain);
  } catch {
    return refused(notJson(plain));
  }
  const repeated = scanJson(plain).repeated.slice(0, 5);
  return repeated.length === 0
    ? { ok: true, value }
    : refused(...repeated.map((key): JsonProblem => ({ kind: 'keyTwice', key: excerpt(key) })));
}
