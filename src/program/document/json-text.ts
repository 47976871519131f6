/** JSON text from outside as a value, or why it is none, in plain words. */

import type { Problem } from '../problem.ts';
import { inQuotes, part } from './quoted.ts';

/** Longest text that is looked at, characters; the programs that come with the app have about 1,500. */
export const MOST_CHARACTERS = 64 * 1024;

export type JsonRead =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const WHOLE = 'program';
const refused = (reason: string, suggestion: string, place = WHOLE): JsonRead => ({
  ok: false,
  problems: [{ place, reason, suggestion }],
});

/** Where a parser stopped, in characters from the beginning; engines say it each in their own way, or not at all. */
function stoppedAt(text: string, message: string): number | null {
  const position = /position (\d+)/.exec(message)?.[1];
  if (position !== undefined) return Number(position);
  const [, line, column] = /line (\d+) column (\d+)/.exec(message) ?? [];
  if (line !== undefined && column !== undefined) {
    const before = text.split('\n').slice(0, Number(line) - 1);
    return before.reduce((sum, each) => sum + each.length + 1, 0) + Number(column) - 1;
  }
  return /end of|unterminated/i.test(message) ? text.length : null;
}

function notJson(text: string, error: unknown): JsonRead {
  const at = stoppedAt(text, error instanceof Error ? error.message : '');
  if (at === null || Number.isNaN(at)) {
    return refused('It is not JSON.', 'Compare it with a program that was saved from here.');
  }
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

const TOKENS = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\]:,]/g;

/** Keys that an object has twice, of which JSON would keep the last. @param text valid JSON */
function repeatedKeys(text: string): readonly string[] {
  const open: (Set<string> | null)[] = [];
  const repeated = new Set<string>();
  let word: string | null = null;
  for (const [token] of text.matchAll(TOKENS)) {
    if (token === '{') open.push(new Set());
    else if (token === '[') open.push(null);
    else if (token === '}' || token === ']') open.pop();
    else if (token === ':' && word !== null) {
      const key = String(JSON.parse(word));
      const keys = open.at(-1);
      if (keys?.has(key)) repeated.add(key);
      keys?.add(key);
    }
    word = token.startsWith('"') ? token : null;
  }
  return [...repeated];
}

/** Size is judged before anything is looked at. */
export function readJson(text: string): JsonRead {
  if (text.length > MOST_CHARACTERS) {
    return refused(
      `It has ${text.length.toLocaleString('en')} characters; a program has no more than ${MOST_CHARACTERS.toLocaleString('en')}.`,
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
  } catch (error) {
    return notJson(plain, error);
  }
  const repeated = repeatedKeys(plain).slice(0, 5);
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
