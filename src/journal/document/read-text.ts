/** Reads the text of a journal file as far as JSON, format and version go. */

import { excerpt } from '../../program/document/excerpt.ts';
import { readJson } from '../../program/document/json-text.ts';
import { FORMAT, MOST_CHARACTERS, MOST_ENTRIES, VERSION } from './format.ts';
import type { JournalProblem } from './problem.ts';

/** A longer text was written by a program, which writes no key twice: looking for that would take seconds. */
const MOST_BY_HAND = 2 * 1024 * 1024;

export type Group = Readonly<Record<string, unknown>>;
export const isGroup = (value: unknown): value is Group =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export type TextRead =
  | { readonly ok: true; readonly value: Group }
  | { readonly ok: false; readonly problems: readonly JournalProblem[] };

/** Null where it is no JSON. */
function parsed(text: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(text.replace(/^\ufeff/, '')) };
  } catch {
    return null;
  }
}

/** Why this is no journal of ours, or none that this version understands: then nothing else is worth saying about it. */
function foreign(value: unknown): JournalProblem | null {
  if (!isGroup(value)) return { kind: 'notAJournal', found: null };
  const { format, version, entries } = value;
  if (format !== FORMAT)
    return { kind: 'notAJournal', found: typeof format === 'string' ? excerpt(format) : null };
  if (version !== VERSION) {
    return typeof version === 'number' && version > VERSION
      ? { kind: 'versionNewer', version: VERSION, found: version }
      : { kind: 'versionMissing', version: VERSION };
  }
  return Array.isArray(entries) && entries.length > MOST_ENTRIES
    ? { kind: 'crowded', entries: entries.length, most: MOST_ENTRIES }
    : null;
}

export function readText(text: string): TextRead {
  const long = text.length > MOST_BY_HAND && text.length <= MOST_CHARACTERS ? parsed(text) : null;
  const json = long === null ? readJson(text, MOST_CHARACTERS) : { ok: true as const, ...long };
  if (!json.ok) return json;
  const { value } = json;
  const other = foreign(value);
  if (other !== null || !isGroup(value)) return { ok: false, problems: other === null ? [] : [other] };
  return { ok: true, value };
}
