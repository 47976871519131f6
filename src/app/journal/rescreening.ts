/**
 * Stores which people want to answer the screening (the safety questions) again, until they have done so. Without storage, their wish lasts
 * as long as the page.
 */

import { BehaviorSubject } from 'rxjs';
import { array } from 'valibot';
import { idOf } from '../../journal/document/parts.ts';
import type { PersonId } from '../../journal/entry.ts';
import { changeValue } from '../../store/change-value.ts';
import type { Value } from '../../store/table.ts';

export const rescreeningValue = {
  table: 'settings',
  key: 'screeningAgain',
  version: 1,
  schema: array(idOf<PersonId>()),
} as const;

type Kept = Pick<Value<PersonId[]>, 'get' | 'put' | 'change'>;
type Change = (before: readonly PersonId[]) => PersonId[];

export class Rescreening {
  readonly people: BehaviorSubject<readonly PersonId[]>;
  readonly #kept: Kept;

  private constructor(kept: Kept, people: readonly PersonId[]) {
    this.#kept = kept;
    this.people = new BehaviorSubject(people);
  }

  static async open(kept: Kept): Promise<Rescreening> {
    const found = await kept.get();
    return new Rescreening(kept, found.kind === 'found' ? found.row : []);
  }

  request(person: PersonId): void {
    this.#change((people) => [...new Set([...people, person])]);
  }

  done(person: PersonId): void {
    if (this.people.value.includes(person)) this.#change((people) => people.filter((one) => one !== person));
  }

  #change(change: Change): void {
    this.people.next(change(this.people.value));
    void changeValue(this.#kept, (people) => change(people ?? []));
  }
}
