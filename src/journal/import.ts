/** What a journal file would add to a journal. */

import type { JournalFile } from './document.ts';
import type { Entry, EntryId, Person, PersonId } from './entry.ts';
import type { Journal } from './journal.ts';
import { matchedPeople, withPeopleHere } from './people.ts';

export interface NewFromFile {
  /** People who are new here, or have a name now. */
  readonly people: readonly Person[];
  readonly entries: readonly Entry[];
  readonly traces: readonly (readonly [EntryId, Uint8Array<ArrayBuffer>])[];
  /** How many of the file's entries the journal has already. */
  readonly known: number;
  /** For each person of the file, the id of that person here. */
  readonly as: ReadonlyMap<PersonId, PersonId>;
}

/** Who of the file takes over a device that nobody has used yet; null if somebody has, or it is not clear who. */
function heirOf(
  file: JournalFile,
  journal: Journal,
  here: readonly Person[],
  whose: PersonId | null,
): PersonId | null {
  const [only] = here;
  const isUnused =
    here.length === 1 &&
    only?.name === '' &&
    !journal.entries.some(({ person }) => person === only.id) &&
    !file.people.some(({ id }) => id === only.id);
  if (!isUnused) return null;
  const of = [...new Set(file.entries.map(({ person }) => person))];
  return whose ?? (of.length === 1 ? (of[0] ?? null) : null);
}

/**
 * @param here the people who use this device
 * @param whose who used the device that wrote the file; null = not known
 * @param others people of the file who have something else to be kept, such as a plan
 */
export function newIn(
  file: JournalFile,
  journal: Journal,
  here: readonly Person[],
  whose: PersonId | null = null,
  others: ReadonlySet<string> = new Set(),
): NewFromFile {
  const matched = matchedPeople(here, file.people, heirOf(file, journal, here, whose));
  const entries = withPeopleHere(file.entries, matched).filter(({ id }) => !journal.byId.has(id));
  const traces = entries.flatMap(({ id }) => {
    const trace = file.traces.get(id);
    return trace === undefined ? [] : [[id, trace] as const];
  });
  // Leaves out people without a name of whom the file has nothing: devices that nobody has used yet have one.
  const of = new Set(file.entries.map(({ person }) => person));
  const isSomebody = ({ id, name }: Person): boolean => name !== '' || of.has(id) || others.has(id);
  return {
    people: [...matched.added.filter(isSomebody), ...matched.named],
    entries,
    traces,
    known: file.entries.length - entries.length,
    as: matched.as,
  };
}
