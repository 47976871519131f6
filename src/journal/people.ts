/** People who share a device, and who of them the people of a file are. */

import type { Entry, Person, PersonId } from './entry.ts';

const folded = (name: string): string => name.trim().normalize('NFKC').toLowerCase();

export const sameName = (one: string, other: string): boolean => folded(one) === folded(other);

export interface Matched {
  /** Those who are new here. */
  readonly added: readonly Person[];
  /** Who each person of the file is here. */
  readonly as: ReadonlyMap<PersonId, PersonId>;
}

/**
 * The same id or the same name is the same person. Somebody without a name is the person whose device this is, as long as that is one
 * person.
 */
export function matchedPeople(here: readonly Person[], theirs: readonly Person[]): Matched {
  const as = new Map<PersonId, PersonId>();
  const added: Person[] = [];
  for (const person of theirs) {
    const known = [...here, ...added];
    const same =
      known.find(({ id }) => id === person.id) ??
      (person.name === ''
        ? here.length === 1
          ? here[0]
          : undefined
        : known.find(({ name }) => name !== '' && sameName(name, person.name)));
    if (same) as.set(person.id, same.id);
    else {
      added.push(person);
      as.set(person.id, person.id);
    }
  }
  return { added, as };
}

/** The entries of a file, as those of the people here. */
export const withPeopleHere = (entries: readonly Entry[], { as }: Matched): readonly Entry[] =>
  entries.map((entry) => ({ ...entry, person: as.get(entry.person) ?? entry.person }));
