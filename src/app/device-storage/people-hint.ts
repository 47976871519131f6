/**
 * Keeps in localStorage the people who use this device, if there are several, so that the home screen can ask who is there before the
 * journal has loaded.
 */

import type { Person, PersonId } from '../../journal/entry.ts';
import type { PeopleHere } from '../../ui/places/at-home.ts';
import type { LocalStorage } from './local-storage.ts';

const PEOPLE_KEY = 'heartward.people';
const MOST_PEOPLE = 20;
const MOST_CHARACTERS = 40;

const isPerson = (value: unknown): value is Person => {
  const { id, name }: { id?: unknown; name?: unknown } = Object(value);
  return typeof id === 'string' && typeof name === 'string' && name.length <= 2 * MOST_CHARACTERS;
};

/** Null if fewer than two people are stored, or if they cannot be read. */
export function peopleHint(storage: Pick<LocalStorage, 'getItem'>): PeopleHere | null {
  try {
    const { people, person }: { people?: unknown; person?: unknown } = Object(
      JSON.parse(storage.getItem(PEOPLE_KEY) ?? 'null'),
    );
    if (!Array.isArray(people) || typeof person !== 'string') return null;
    const all: readonly unknown[] = people.slice(0, MOST_PEOPLE);
    return all.length > 1 && all.every(isPerson) ? { people: all, person: person as PersonId } : null;
  } catch {
    return null;
  }
}

export function rememberPeople(
  storage: LocalStorage,
  people: readonly Person[],
  person: PersonId,
): PeopleHere | null {
  const here = people.length > 1 ? { people, person } : null;
  try {
    if (here === null) storage.removeItem(PEOPLE_KEY);
    else storage.setItem(PEOPLE_KEY, JSON.stringify(here));
  } catch {
    // If localStorage is switched off, the home screen asks a moment later, once the journal has loaded.
  }
  return here;
}
