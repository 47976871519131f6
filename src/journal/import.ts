/** What a journal file would add to a journal. */

import type { JournalFile } from './document.ts';
import type { Entry, EntryId, Person } from './entry.ts';
import type { Journal } from './journal.ts';
import { matchedPeople, withPeopleHere } from './people.ts';

export interface NewFromFile {
  readonly people: readonly Person[];
  readonly entries: readonly Entry[];
  readonly traces: readonly (readonly [EntryId, Uint8Array<ArrayBuffer>])[];
  /** How many of the file's entries the journal has already. */
  readonly known: number;
}

export function newIn(file: JournalFile, journal: Journal, people: readonly Person[]): NewFromFile {
  const matched = matchedPeople(people, file.people);
  const entries = withPeopleHere(file.entries, matched).filter(({ id }) => !journal.byId.has(id));
  const traces = entries.flatMap(({ id }) => {
    const trace = file.traces.get(id);
    return trace === undefined ? [] : [[id, trace] as const];
  });
  // Leaves out people of whom the file has no entries.
  const of = new Set(file.entries.map(({ person }) => person));
  return {
    people: matched.added.filter(({ id }) => of.has(id)),
    entries,
    traces,
    known: file.entries.length - entries.length,
  };
}
