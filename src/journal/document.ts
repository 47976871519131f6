/**
 * Journal files: a versioned JSON document of people, entries and traces. `readJournal` accepts a file only as a whole: it returns
 * everything in the file, or what is wrong with it. It checks traces only once the rest is right.
 */

import { is, safeParse } from 'valibot';
import type { Path } from '../program/document/problem.ts';
import { fromBase64, toBase64 } from './document/base64.ts';
import { FORMAT, MOST_PEOPLE, MOST_TRACE, VERSION } from './document/format.ts';
import { type Group, isGroup } from './document/group.ts';
import { ProblemList, problemsOf, unknownKeys } from './document/journal-problems.ts';
import type { JournalProblem } from './document/problem.ts';
import { readHead, readText } from './document/read-text.ts';
import { entrySchema, entryWritten, keysOfEntry, personSchema } from './document/schema.ts';
import { entryUpgrades } from './document/upgrades.ts';
import type { Entry, EntryId, Person } from './entry.ts';

export interface JournalFile {
  readonly people: readonly Person[];
  readonly entries: readonly Entry[];
  /** Deflated traces, by the id of their session. */
  readonly traces: ReadonlyMap<EntryId, Uint8Array<ArrayBuffer>>;
}

export type JournalRead =
  | { readonly ok: true; readonly file: JournalFile }
  /** Up to MOST_PROBLEMS problems. If more were found, one further entry says how many more. */
  | { readonly ok: false; readonly problems: readonly JournalProblem[] };

/** At most this many lines are written, or entries and traces read, between two calls of `Pace`. */
const BETWEEN_PAUSES = 50;

/**
 * Called repeatedly with the share read or written so far, 0 to 1. The work continues once the promise resolves, so that the page stays
 * responsive.
 */
export type Pace = (share: number) => Promise<void>;

const noPauses: Pace = async () => undefined;

function* listed<One>(all: readonly One[], line: (one: One) => string): Generator<string> {
  for (let at = 0; at < all.length; at += BETWEEN_PAUSES) {
    const lines = all.slice(at, at + BETWEEN_PAUSES).map(line);
    yield `${at === 0 ? '' : ','}\n${lines.join(',\n')}`;
  }
  if (all.length > 0) yield '\n';
}

function* pieces({ people, entries, traces }: JournalFile): Generator<string> {
  yield `{"format":${JSON.stringify(FORMAT)},"version":${VERSION},\n"people":[`;
  yield* listed(people, (person) => JSON.stringify(person));
  yield '],\n"entries":[';
  yield* listed(entries, (entry) => JSON.stringify(entryWritten(entry)));
  yield '],\n"traces":{';
  yield* listed([...traces], ([id, bytes]) => `${JSON.stringify(id)}:${JSON.stringify(toBase64(bytes))}`);
  yield '}}\n';
}

/** Each entry is on a line of its own, so that two files can be compared. @returns pieces of the text, for a Blob */
export async function journalText(file: JournalFile, pace: Pace = noPauses): Promise<readonly string[]> {
  const total = (file.people.length + file.entries.length + file.traces.size) / BETWEEN_PAUSES + 8;
  const all: string[] = [];
  for (const piece of pieces(file)) {
    all.push(piece);
    await pace(Math.min(1, all.length / total));
  }
  return all;
}

const KEYS = ['format', 'version', 'people', 'entries', 'traces'];

function listUnder(value: Group, key: 'people' | 'entries', problems: ProblemList): readonly unknown[] {
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

function peopleOf(value: Group, problems: ProblemList): readonly Person[] {
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

class EntryReader {
  readonly #known: ReadonlySet<Person['id']>;
  readonly #ids = new Set<EntryId>();
  readonly #problems: ProblemList;
  readonly #upgrades: typeof entryUpgrades;

  constructor(people: readonly Person[], problems: ProblemList, version: number) {
    this.#known = new Set(people.map(({ id }) => id));
    this.#problems = problems;
    this.#upgrades = entryUpgrades.slice(version - 1);
  }

  /**
   * @param at index in the file's list of entries
   * @returns a list with the entry; empty if the entry's form is wrong or the list of problems is full
   */
  read(given: unknown, at: number): readonly Entry[] {
    const one = this.#upgrades.reduce((older, step) => step(older), given);
    const problems = this.#problems;
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
    if (this.#ids.has(entry.id)) problems.add({ kind: 'idTwice', path });
    if (!this.#known.has(entry.person)) problems.add({ kind: 'personUnknown', path });
    this.#ids.add(entry.id);
    return [entry];
  }
}

export type IsTrace = (bytes: Uint8Array<ArrayBuffer>) => Promise<boolean>;

function tracesUnder(
  value: Group,
  problems: ProblemList,
): readonly (readonly [key: string, text: unknown])[] {
  const { traces = {} } = value;
  if (isGroup(traces)) return Object.entries(traces);
  const expected = { is: 'form', form: 'traces' } as const;
  problems.add({
    kind: 'valueWrong',
    path: ['traces'],
    found: { is: 'other', text: typeof traces },
    expected,
  });
  return [];
}

async function traceIn(text: unknown, isTrace: IsTrace): Promise<Uint8Array<ArrayBuffer> | null> {
  if (typeof text !== 'string' || text.length > (MOST_TRACE * 4) / 3 + 4) return null;
  const bytes = fromBase64(text);
  return bytes !== null && bytes.length > 0 && (await isTrace(bytes)) ? bytes : null;
}

/** @param isTrace whether bytes, once inflated, are a valid trace */
export async function readJournal(
  text: string,
  isTrace: IsTrace,
  pace: Pace = noPauses,
): Promise<JournalRead> {
  const json = readText(text);
  return json.ok ? journalIn(json.value, isTrace, pace) : json;
}

/** Reads the parsed JSON of a journal file, which may be a part of a backup. */
export async function journalIn(
  value: unknown,
  isTrace: IsTrace,
  pace: Pace = noPauses,
): Promise<JournalRead> {
  const json = readHead(value);
  if (!json.ok) return json;
  const problems = new ProblemList();
  problems.add(...unknownKeys([], json.value, KEYS));
  const people = peopleOf(json.value, problems);
  const given = listUnder(json.value, 'entries', problems);
  const givenTraces = tracesUnder(json.value, problems);
  const total = given.length + givenTraces.length;
  let done = 0;
  const pause = async (): Promise<void> => {
    if (done++ % BETWEEN_PAUSES === 0) await pace(done / total);
  };

  const reader = new EntryReader(people, problems, json.version);
  const entries: Entry[] = [];
  for (const [at, one] of given.entries()) {
    await pause();
    entries.push(...reader.read(one, at));
  }
  const sessions = new Map(entries.flatMap(({ id, kind }) => (kind === 'session' ? [[`${id}`, id]] : [])));
  const traces = new Map<EntryId, Uint8Array<ArrayBuffer>>();
  // The session of a trace may be among refused entries, so traces are checked only if the rest of the file is right.
  for (const [key, of] of problems.all.length === 0 ? givenTraces : []) {
    await pause();
    const id = sessions.get(key);
    const path = ['traces', key.slice(0, 40)];
    const trace = id === undefined ? null : await traceIn(of, isTrace);
    if (id === undefined) problems.add({ kind: 'traceOfNothing', path });
    else if (trace === null) problems.add({ kind: 'traceDamaged', path });
    else traces.set(id, trace);
    if (problems.full) break;
  }
  const wrong = problems.all;
  return wrong.length === 0
    ? { ok: true, file: { people, entries, traces } }
    : { ok: false, problems: wrong };
}
