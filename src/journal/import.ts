/** Finds what a journal file adds to a journal. */

import type { JournalFile } from './document.ts';
import type { Entry, EntryId, Person, PersonId } from './entry.ts';
import type { Journal } from './journal.ts';
import { matchedPeople, withPeopleHere } from './people.ts';

export interface NewFromFile {
  /** People who are new to this device, and people of this device who get a name from the file. */
  readonly people: readonly Person[];
  readonly entries: readonly Entry[];
  readonly traces: readonly (readonly [EntryId, Uint8Array<ArrayBuffer>])[];
  readonly known: number;
  /** For each person in the file, the id of that person on this device. */
  readonly as: ReadonlyMap<PersonId, PersonId>;
}

/**
 * The person in the file who becomes the user of a device that nobody has used yet; null if somebody has used it, or the file does not tell
 * which person that is.
 */
function userInFile(
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
 * @param whose the person who used the device that wrote the file; null = not known
 * @param others ids of people in the file who have something besides entries, such as a plan
 */
export function newIn(
  file: JournalFile,
  journal: Journal,
  here: readonly Person[],
  whose: PersonId | null = null,
  others: ReadonlySet<string> = new Set(),
): NewFromFile {
  const matched = matchedPeople(here, file.people, userInFile(file, journal, here, whose));
  const entries = withPeopleHere(file.entries, matched).filter(({ id }) => !journal.byId.has(id));
  const traces = entries.flatMap(({ id }) => {
    const trace = file.traces.get(id);
    return trace === undefined ? [] : [[id, trace] as const];
  });
  // A device that nobody has used yet has a person without a name. Such people are left out if the file has nothing else of them.
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
