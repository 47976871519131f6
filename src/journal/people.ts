/** Matches the people in an imported file with the people who use this device. */

import type { Entry, Person, PersonId } from './entry.ts';

const folded = (name: string): string => name.trim().normalize('NFKC').toLowerCase();

export const sameName = (one: string, other: string): boolean => folded(one) === folded(other);

export interface PeopleMatch {
  /** People in the file who match nobody on this device; of those with one name, the first. */
  readonly added: readonly Person[];
  /** For each person in the file, the id of that person on this device. */
  readonly as: ReadonlyMap<PersonId, PersonId>;
  readonly named: readonly Person[];
}

/**
 * Matches people by id, then by name. A person without a name is taken for the user of this device if it has only one, and otherwise
 * matches nobody.
 * @param heir the person in the file who is taken for the only user of this device, whatever their names; null = nobody is
 */
export function matchedPeople(
  here: readonly Person[],
  theirs: readonly Person[],
  heir: PersonId | null = null,
): PeopleMatch {
  const as = new Map<PersonId, PersonId>();
  const added: Person[] = [];
  const named: Person[] = [];
  const only = here.length === 1 ? here[0] : undefined;
  for (const person of theirs) {
    const known = [...here, ...added];
    const same =
      known.find(({ id }) => id === person.id) ??
      (person.name === '' || person.id === heir
        ? only
        : known.find(({ name }) => name !== '' && sameName(name, person.name)));
    if (same) as.set(person.id, same.id);
    else {
      added.push(person);
      as.set(person.id, person.id);
    }
    if (person.id === heir && same !== undefined && same.name !== person.name)
      named.push({ ...same, name: person.name });
  }
  return { added, as, named };
}

export const withPeopleHere = (entries: readonly Entry[], { as }: PeopleMatch): readonly Entry[] =>
  entries.map((entry) => ({ ...entry, person: as.get(entry.person) ?? entry.person }));
