/** First checks of a file: whether it is JSON; of a journal, whether it is of this format, and of a version that this page understands. */

import { excerpt } from '../../program/document/excerpt.ts';
import { type JsonRead, readJson } from '../../program/document/json-text.ts';
import { FORMAT, MOST_CHARACTERS, MOST_ENTRIES, VERSION } from './format.ts';
import { type Group, isGroup } from './group.ts';
import type { JournalProblem } from './problem.ts';

/** Longest text that is searched for duplicate keys, characters: only people write a key twice, and searching longer texts takes seconds. */
const MOST_BY_HAND = 2 * 1024 * 1024;

export type HeadRead =
  /** `version`: the one that the journal is of, from 1 to this page's. */
  | { readonly ok: true; readonly value: Group; readonly version: number }
  | { readonly ok: false; readonly problems: readonly JournalProblem[] };

/** Null if the text is not JSON. */
function parsed(text: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(text.replace(/^\ufeff/, '')) };
  } catch {
    return null;
  }
}

const isKnown = (version: unknown): version is number =>
  typeof version === 'number' && Number.isInteger(version) && version >= 1 && version <= VERSION;

/** Why the file is not of this format, or of a version that this page does not understand. Then nothing else is checked. */
function foreign(value: unknown): JournalProblem | null {
  if (!isGroup(value)) return { kind: 'notAJournal', found: null };
  const { format, version, entries } = value;
  if (format !== FORMAT)
    return { kind: 'notAJournal', found: typeof format === 'string' ? excerpt(format) : null };
  if (!isKnown(version)) {
    return typeof version === 'number' && version > VERSION
      ? { kind: 'versionNewer', version: VERSION, found: version }
      : { kind: 'versionMissing', version: VERSION };
  }
  return Array.isArray(entries) && entries.length > MOST_ENTRIES
    ? { kind: 'crowded', entries: entries.length, most: MOST_ENTRIES }
    : null;
}

export function readText(text: string): JsonRead {
  const long = text.length > MOST_BY_HAND && text.length <= MOST_CHARACTERS ? parsed(text) : null;
  return long === null ? readJson(text, MOST_CHARACTERS) : { ok: true, ...long };
}

export function readHead(value: unknown): HeadRead {
  const other = foreign(value);
  if (other !== null) return { ok: false, problems: [other] };
  if (!isGroup(value) || !isKnown(value.version)) throw new Error('a journal that is none');
  return { ok: true, value, version: value.version };
}
