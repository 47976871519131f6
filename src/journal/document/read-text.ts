/** First check of a journal file: whether it is JSON, of this format, and of a version that this page understands. */

import { excerpt } from '../../program/document/excerpt.ts';
import { readJson } from '../../program/document/json-text.ts';
import { FORMAT, MOST_CHARACTERS, MOST_ENTRIES, VERSION } from './format.ts';
import type { JournalProblem } from './problem.ts';

/** Longest text that is searched for duplicate keys, characters: only people write a key twice, and searching longer texts takes seconds. */
const MOST_BY_HAND = 2 * 1024 * 1024;

export type Group = Readonly<Record<string, unknown>>;
export const isGroup = (value: unknown): value is Group =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export type TextRead =
  | { readonly ok: true; readonly value: Group }
  | { readonly ok: false; readonly problems: readonly JournalProblem[] };

/** Null if the text is not JSON. */
function parsed(text: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(text.replace(/^\ufeff/, '')) };
  } catch {
    return null;
  }
}

/** Why the file is not of this format, or of a version that this page does not understand. Then nothing else is checked. */
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
