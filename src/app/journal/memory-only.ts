/** Holds the entries and people that could not be stored. They last as long as the page. */

import { BehaviorSubject } from 'rxjs';
import type { Entry, EntryId, Person } from '../../journal/entry.ts';
import type { StoreResult } from '../../store/table.ts';

export interface HeldInMemory {
  readonly entries: readonly Entry[];
  readonly people: readonly Person[];
  /**
   * Why an entry, a person or the state of this device could not be stored, at the last failure; false if there was none. `noStorage` also
   * stands for a stored row that cannot be read.
   */
  readonly why: false | 'noStorage' | 'storageFull';
}

const nothing: HeldInMemory = { entries: [], people: [], why: false };

const without = <One extends { readonly id: string }>(all: readonly One[], others: readonly One[]) =>
  all.filter(({ id }) => !others.some((other) => other.id === id));

export class MemoryOnly {
  readonly state = new BehaviorSubject<HeldInMemory>(nothing);

  add(kept: StoreResult, { entries = [], people = [] }: Partial<HeldInMemory>): void {
    if (kept.kind === 'kept') return;
    const { state } = this;
    state.next({
      entries: [...without(state.value.entries, entries), ...entries],
      people: [...without(state.value.people, people), ...people],
      why: kept.kind === 'storageFull' ? 'storageFull' : 'noStorage',
    });
  }

  drop(id: EntryId): void {
    const { entries, ...rest } = this.state.value;
    if (entries.some((one) => one.id === id))
      this.state.next({ ...rest, entries: entries.filter((one) => one.id !== id) });
  }

  /**
   * The stored people, and those who could not be stored. Of two with the same id, takes the one that could not be stored, which is newer.
   */
  withPeople(kept: readonly Person[]): readonly Person[] {
    const { people } = this.state.value;
    return [...without(kept, people), ...people];
  }
}
