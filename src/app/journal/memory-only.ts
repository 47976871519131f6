/** Entries and people that the store could not keep. They last as long as the page. */

import { BehaviorSubject } from 'rxjs';
import type { Entry, EntryId, Person } from '../../journal/entry.ts';
import type { StoreResult } from '../../store/table.ts';

export interface HeldInMemory {
  readonly entries: readonly Entry[];
  readonly people: readonly Person[];
  /** Why they are not stored; false if everything is. */
  readonly why: false | 'noStorage' | 'storageFull';
}

const nothing: HeldInMemory = { entries: [], people: [], why: false };

/** The first list, without what the second has under the same id. */
const without = <One extends { readonly id: string }>(all: readonly One[], others: readonly One[]) =>
  all.filter(({ id }) => !others.some((other) => other.id === id));

export class MemoryOnly {
  readonly state = new BehaviorSubject<HeldInMemory>(nothing);

  /** @param kept the result of storing them; does nothing if it is `kept` */
  hold(kept: StoreResult, { entries = [], people = [] }: Partial<HeldInMemory>): void {
    if (kept.kind === 'kept') return;
    const { state: held } = this;
    held.next({
      entries: [...without(held.value.entries, entries), ...entries],
      people: [...without(held.value.people, people), ...people],
      why: kept.kind === 'storageFull' ? 'storageFull' : 'noStorage',
    });
  }

  drop(id: EntryId): void {
    const { entries, ...rest } = this.state.value;
    if (entries.some((one) => one.id === id))
      this.state.next({ ...rest, entries: entries.filter((one) => one.id !== id) });
  }

  /** The people of the store, and those that it could not keep. */
  withPeople(kept: readonly Person[]): readonly Person[] {
    const { people } = this.state.value;
    return [...without(kept, people), ...people];
  }
}
