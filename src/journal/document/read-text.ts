/**
 * The first checks of a file: whether it is JSON (`readText`); whether that JSON is a journal of a version that this page understands
 * (`readHead`).
 */

import { excerpt } from '../../program/document/excerpt.ts';
import { type JsonRead, readJson } from '../../program/document/json-text.ts';
import { FORMAT, MOST_CHARACTERS, MOST_ENTRIES, VERSION } from './format.ts';
import { type Group, isGroup } from './group.ts';
import type { JournalProblem } from './problem.ts';

export type HeadRead =
  /** `version`: the journal's version, from 1 to the one of this page. */
  | { readonly ok: true; readonly value: Group; readonly version: number }
  | { readonly ok: false; readonly problems: readonly JournalProblem[] };

const isKnown = (version: unknown): version is number =>
  typeof version === 'number' && Number.isInteger(version) && version >= 1 && version <= VERSION;

/** The problem of a value that is no journal, has a version that this page does not understand, or has too many entries; otherwise null. */
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

export const readText = (text: string): JsonRead => readJson(text, MOST_CHARACTERS);

export function readHead(value: unknown): HeadRead {
  const other = foreign(value);
  if (other !== null) return { ok: false, problems: [other] };
  if (!isGroup(value) || !isKnown(value.version)) throw new Error('neither a journal nor a problem');
  return { ok: true, value, version: value.version };
}
