/** JSON text from outside as a value, or why it is none, in plain words. */

import type { Problem } from '../problem.ts';
import { scanJson } from './json-scan.ts';
import { inQuotes, part } from './quoted.ts';

/** Longest text that is looked at, characters; the programs that come with the app have about 1,500. */
export const MOST_CHARACTERS = 64 * 1024;

export type JsonRead =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** 65536 as "65,536". */
const grouped = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');

const WHOLE = 'program';
const refused = (reason: string, suggestion: string, place = WHOLE): JsonRead => ({
  ok: false,
  problems: [{ place, reason, suggestion }],
});

function notJson(text: string): JsonRead {
  const at = scanJson(text).fault;
  if (at === null) return refused('It is not JSON.', 'Compare it with a program that was saved from here.');
  if (at >= text.trimEnd().length) {
    return refused('It breaks off before its end.', 'Fetch or copy it again, the whole of it.');
  }
  const before = text.slice(0, at).split('\n');
  const near = part(text.slice(at).split('\n')[0] ?? '', 20);
  return refused(
    `It is not JSON there${near.trim() === '' ? '' : `, at ${inQuotes(near)}`}.`,
    'Look there for a comma or a quotation mark too many or too few.',
    `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`,
  );
}

/** Size is judged before anything is looked at. */
export function readJson(text: string): JsonRead {
  if (text.length > MOST_CHARACTERS) {
    return refused(
      `It has ${grouped(text.length)} characters; a program has no more than ${grouped(MOST_CHARACTERS)}.`,
      'Choose a file that was saved as a program.',
    );
  }
  const plain = text.replace(/^\ufeff/, '');
  if (plain.trim() === '')
    return refused('There is nothing in it.', 'Choose a file that was saved as a program.');
  if (plain.trimStart().startsWith('<')) {
    return refused(
      'It is a web page, not a program.',
      'Save the program itself, not the page that shows it.',
    );
  }
  let value: unknown;
  try {
    value = JSON.parse(plain);
  } catch {
    return notJson(plain);
  }
  const repeated = scanJson(plain).repeated.slice(0, 5);
  if (repeated.length === 0) return { ok: true, value };
  return {
    ok: false,
    problems: repeated.map((key) => ({
      place: inQuotes(part(key)),
      reason: 'It is there twice in the same place.',
      suggestion: 'Keep one of the two.',
    })),
  };
}
