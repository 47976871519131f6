/**
 * Journals as files: a versioned JSON document with everything, traces included. A file is taken whole or not at all: `readJournal` gives
 * all that is in it, or all that is wrong with it.
 */

import { is, safeParse } from 'valibot';
import type { Path } from '../program/document/problem.ts';
import { fromBase64, toBase64 } from './document/base64.ts';
import { FORMAT, MOST_PEOPLE, MOST_TRACE, VERSION } from './document/format.ts';
import { MOST_PROBLEMS, problemsOf, unknownKeys } from './document/journal-problems.ts';
import type { JournalProblem } from './document/problem.ts';
import { type Group, isGroup, readText } from './document/read-text.ts';
import { entrySchema, entryWritten, keysOfEntry, personSchema } from './document/schema.ts';
import type { Entry, EntryId, Person } from './entry.ts';

/** What a journal file holds. */
export interface JournalFile {
  readonly people: readonly Person[];
  readonly entries: readonly Entry[];
  /** Deflated traces, by session. */
  readonly traces: ReadonlyMap<EntryId, Uint8Array<ArrayBuffer>>;
}

export type JournalRead =
  | { readonly ok: true; readonly file: JournalFile }
  /** All of them, up to as many as anybody reads. */
  | { readonly ok: false; readonly problems: readonly JournalProblem[] };

/** An entry a line, so that two files can be compared line by line. @returns the pieces of the text, for a Blob */
export function journalText({ people, entries, traces }: JournalFile): readonly string[] {
  const lines = (all: readonly string[]): string => (all.length === 0 ? '' : `\n${all.join(',\n')}\n`);
  return [
    `{"format":${JSON.stringify(FORMAT)},"version":${VERSION},\n"people":[`,
    lines(people.map((person) => JSON.stringify(person))),
    '],\n"entries":[',
    lines(entries.map((entry) => JSON.stringify(entryWritten(entry)))),
    '],\n"traces":{',
    lines([...traces].map(([id, bytes]) => `${JSON.stringify(id)}:${JSON.stringify(toBase64(bytes))}`)),
    '}}\n',
  ];
}

const KEYS = ['format', 'version', 'people', 'entries', 'traces'];

/** Collects what is wrong, and counts what nobody would read. */
class Problems {
  readonly #all: JournalProblem[] = [];
  #more = 0;

  get full(): boolean {
    return this.#all.length >= MOST_PROBLEMS;
  }

  add(...problems: readonly JournalProblem[]): void {
    const room = MOST_PROBLEMS - this.#all.length;
    this.#all.push(...problems.slice(0, room));
    this.#more += Math.max(0, problems.length - room);
  }

  get all(): readonly JournalProblem[] {
    return this.#more === 0 ? this.#all : [...this.#all, { kind: 'moreWrong', more: this.#more }];
  }
}

function listUnder(value: Group, key: 'people' | 'entries', problems: Problems): readonly unknown[] {
  const list = value[key];
  if (Array.isArray(list)) return list;
  const expected = { is: 'form', form: key } as const;
  problems.add(
    list === undefined
      ? { kind: 'missing', path: [key], expected }
      : { kind: 'valueWrong', path: [key], found: { is: 'other', text: typeof list }, expected },
  );
  return [];
}

function peopleOf(value: Group, problems: Problems): readonly Person[] {
  const list = listUnder(value, 'people', problems);
  if (list.length > MOST_PEOPLE) {
    problems.add({ kind: 'crowded', entries: list.length, most: MOST_PEOPLE });
    return [];
  }
  const ids = new Set<string>();
  return list.flatMap((one, at): readonly Person[] => {
    const read = safeParse(personSchema, one);
    if (!read.success) {
      problems.add(...problemsOf(read.issues, ['people', at], one, Object.keys(personSchema.entries)));
      return [];
    }
    if (ids.has(read.output.id)) problems.add({ kind: 'idTwice', path: ['people', at] });
    ids.add(read.output.id);
    return [read.output];
  });
}

function entriesOf(value: Group, people: readonly Person[], problems: Problems): readonly Entry[] {
  const known = new Set(people.map(({ id }) => id));
  const ids = new Set<EntryId>();
  return listUnder(value, 'entries', problems).flatMap((one, at): readonly Entry[] => {
    const path: Path = ['entries', at];
    if (problems.full) {
      if (!is(entrySchema, one))
        problems.add({ kind: 'valueWrong', path, found: { is: 'group' }, expected: null });
      return [];
    }
    const read = safeParse(entrySchema, one);
    if (!read.success) {
      problems.add(...problemsOf(read.issues, path, one, keysOfEntry(isGroup(one) ? one.kind : null)));
      return [];
    }
    const entry = read.output;
    if (ids.has(entry.id)) problems.add({ kind: 'idTwice', path });
    if (!known.has(entry.person)) problems.add({ kind: 'personUnknown', path });
    ids.add(entry.id);
    return [entry];
  });
}

function tracesOf(value: Group, entries: readonly Entry[], problems: Problems): JournalFile['traces'] {
  const traces = new Map<EntryId, Uint8Array<ArrayBuffer>>();
  const { traces: given } = value;
  if (given === undefined) return traces;
  if (!isGroup(given)) {
    const expected = { is: 'form', form: 'traces' } as const;
    problems.add({
      kind: 'valueWrong',
      path: ['traces'],
      found: { is: 'other', text: typeof given },
      expected,
    });
    return traces;
  }
  const sessions = new Map(
    entries.flatMap(({ id, kind }) => (kind === 'session' ? [[String(id), id] as const] : [])),
  );
  for (const [key, text] of Object.entries(given)) {
    const id = sessions.get(key);
    const path = ['traces', key.slice(0, 40)];
    const bytes =
      typeof text === 'string' && text.length <= (MOST_TRACE * 4) / 3 + 4 ? fromBase64(text) : null;
    if (id === undefined) problems.add({ kind: 'traceOfNothing', path });
    else if (bytes === null || bytes.length === 0) problems.add({ kind: 'traceDamaged', path });
    else traces.set(id, bytes);
  }
  return traces;
}

/** @param isTrace whether deflated bytes are a trace */
export async function readJournal(
  text: string,
  isTrace: (bytes: Uint8Array<ArrayBuffer>) => Promise<boolean>,
): Promise<JournalRead> {
  const json = readText(text);
  if (!json.ok) return json;
  const problems = new Problems();
  problems.add(...unknownKeys([], json.value, KEYS));
  const people = peopleOf(json.value, problems);
  const entries = entriesOf(json.value, people, problems);
  // Without entries every trace would be one of nothing.
  const traces = problems.all.length === 0 ? tracesOf(json.value, entries, problems) : new Map();
  for (const [id, bytes] of problems.all.length === 0 ? traces : []) {
    if (!(await isTrace(bytes))) problems.add({ kind: 'traceDamaged', path: ['traces', id] });
    if (problems.full) break;
  }
  const wrong = problems.all;
  return wrong.length === 0
    ? { ok: true, file: { people, entries, traces } }
    : { ok: false, problems: wrong };
}
