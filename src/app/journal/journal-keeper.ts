/**
 * Stores the journal of this device, and emits its state whenever this tab or another changes it. Without storage, the journal lasts as
 * long as the page, and `memoryOnly` says so.
 */

import { BehaviorSubject, combineLatest, map, type Observable, Subscription } from 'rxjs';
import type { JournalFile } from '../../journal/document.ts';
import type {
  DeviceId,
  Entry,
  EntryContent,
  EntryHeader,
  EntryId,
  Person,
  PersonId,
  SessionEntry,
} from '../../journal/entry.ts';
import { emptyJournal, type Journal, journalOf } from '../../journal/journal.ts';
import { sameName } from '../../journal/people.ts';
import {
  type DeviceState,
  deviceStateValue,
  entryKey,
  entryRows,
  newId,
  personRows,
  traceRows,
} from '../../journal/stored.ts';
import type { Moment, TimeZone } from '../../plan/time/wall-clock.ts';
import type { Store } from '../../store/store.ts';
import type { Rows } from '../../store/table.ts';
import { keepSession, type SessionKept } from '../trace/keep-session.ts';
import { type HeldInMemory, MemoryOnly } from './memory-only.ts';
import { SessionDrafts } from './session-drafts.ts';

export interface JournalState {
  /** The entries of everybody who uses this device. */
  readonly journal: Journal;
  readonly people: readonly Person[];
  readonly deviceState: DeviceState;
  readonly unreadable: number;
  /** Why something could not be stored, at the last failure, and lasts only as long as the page; false if nothing has failed. */
  readonly memoryOnly: HeldInMemory['why'];
}

export interface JournalKeeperOptions {
  readonly store: Store;
  readonly now: () => Moment;
  readonly zone: () => TimeZone;
  readonly random: () => number;
}

const nobody = (random: () => number): DeviceState => ({
  device: newId<DeviceId>(random),
  person: newId<PersonId>(random),
  order: 0,
});

const rowsIn = <Row>(rows: Rows<Row>) => (rows.kind === 'read' ? rows.rows.map(({ row }) => row) : []);

export class JournalKeeper {
  readonly #options: JournalKeeperOptions;
  readonly #entries;
  readonly #people;
  readonly #traces;
  readonly #deviceStateKept;
  readonly #unkept = new MemoryOnly();
  #deviceState: DeviceState;
  readonly #state: BehaviorSubject<JournalState>;
  readonly #watching = new Subscription();

  private constructor(options: JournalKeeperOptions) {
    const { store, random } = options;
    this.#options = options;
    this.#entries = store.table(entryRows);
    this.#people = store.table(personRows);
    this.#traces = store.table(traceRows);
    this.#deviceStateKept = store.value(deviceStateValue);
    this.#deviceState = nobody(random);
    this.#state = new BehaviorSubject<JournalState>({
      journal: emptyJournal,
      people: [{ id: this.#deviceState.person, name: '' }],
      deviceState: this.#deviceState,
      unreadable: 0,
      memoryOnly: false,
    });
  }

  static async open(options: JournalKeeperOptions): Promise<JournalKeeper> {
    const keeper = new JournalKeeper(options);
    await keeper.#settle();
    await keeper.#watch();
    return keeper;
  }

  get state(): Observable<JournalState> & { readonly value: JournalState } {
    return this.#state;
  }

  close = (): void => this.#watching.unsubscribe();

  /** Stores a new entry of the person who uses the device. @param at when it happened */
  async note(content: EntryContent, at: Moment = this.#options.now()): Promise<Entry> {
    return this.keep(await this.entry(content, at));
  }

  /** Makes an entry of the person who uses the device, with the next sequence number, but does not store it. */
  async entry(content: EntryContent, at: Moment): Promise<Entry> {
    const { device, person, order } = await this.#nextState();
    const { random, zone } = this.#options;
    const noted: EntryHeader = { id: newId<EntryId>(random), person, device, order, at, zone: zone() };
    return { ...noted, ...content };
  }

  async keep(entry: Entry): Promise<Entry> {
    const kept = await this.#entries.put(entryKey(entry), entry);
    this.#unkept.add(kept, { entries: [entry] });
    return entry;
  }

  /**
   * @param trace deflated; null = the session has none
   * @param replaces whether to replace the entry that the journal has of this session
   */
  async keepSession(
    entry: SessionEntry,
    trace: Uint8Array<ArrayBuffer> | null,
    replaces: (stored: Entry) => boolean = () => true,
  ): Promise<SessionKept> {
    const kept = await keepSession(this.#options.store, entry, trace, replaces);
    if (kept.kind !== 'known') this.#unkept.add(kept, { entries: [entry] });
    return kept;
  }

  async trace(id: EntryId): Promise<Uint8Array<ArrayBuffer> | null> {
    const found = await this.#traces.get(id);
    return found.kind === 'found' ? found.row : null;
  }

  /** Of a session, also erases the trace, and the draft that would enter the session again. */
  async erase(entry: Entry): Promise<void> {
    const { store } = this.#options;
    this.#unkept.drop(entry.id);
    const dropDraft = entry.kind === 'session' ? await new SessionDrafts(store).dropping(entry) : null;
    await store.writeTogether(['journal', 'traces', 'running'], async (_put, remove) => {
      await remove(entryRows, entryKey(entry));
      if (entry.kind === 'session') await remove(traceRows, entry.id);
      await dropDraft?.(remove);
    });
  }

  async file(): Promise<JournalFile> {
    const { journal, people } = this.#state.value;
    const read = await this.#traces.read();
    const traces = new Map<EntryId, Uint8Array<ArrayBuffer>>();
    for (const { key, row } of read.kind === 'read' ? read.rows : []) {
      const entry = journal.byId.get(key as EntryId);
      if (entry?.kind === 'session') traces.set(entry.id, row);
    }
    // A person whose row cannot be read still has entries, so the file names that person, with an empty name.
    const known = new Set(people.map(({ id }) => id));
    const lost = new Set(journal.entries.map(({ person }) => person).filter((id) => !known.has(id)));
    const all = [...people, ...[...lost].map((id): Person => ({ id, name: '' }))];
    return { people: all, entries: journal.entries, traces };
  }

  usedBy = (person: PersonId): Promise<DeviceState> =>
    this.#changeDeviceState((deviceState) => ({ ...deviceState, person }));

  /** New entries belong to the person with this name, who is added if the journal has no such person. */
  async usedByName(name: string): Promise<void> {
    const known = this.#state.value.people.find((person) => sameName(person.name, name));
    const person: Person = known ?? { id: newId<PersonId>(this.#options.random), name: name.trim() };
    if (!known) await this.keepPerson(person);
    await this.usedBy(person.id);
  }

  async keepPerson(person: Person): Promise<void> {
    this.#unkept.add(await this.#people.put(person.id, person), { people: [person] });
  }

  /** Takes the next sequence number in one transaction, so that two tabs get different numbers. */
  #nextState = (): Promise<DeviceState> =>
    this.#changeDeviceState((deviceState) => ({ ...deviceState, order: deviceState.order + 1 }));

  async #changeDeviceState(change: (deviceState: DeviceState) => DeviceState): Promise<DeviceState> {
    let next = change(this.#deviceState);
    const kept = await this.#deviceStateKept.change((deviceState) => {
      next = change(deviceState ?? this.#deviceState);
      return next;
    });
    this.#deviceState = next;
    this.#unkept.add(kept, {});
    return next;
  }

  async #settle(): Promise<void> {
    const deviceState = await this.#changeDeviceState((known) => known);
    const there = await this.#people.get(deviceState.person);
    if (there.kind === 'none') await this.keepPerson({ id: deviceState.person, name: '' });
    if (there.kind === 'noStorage')
      this.#unkept.add(there, { people: [{ id: deviceState.person, name: '' }] });
  }

  #show(entries: Rows<Entry>, people: Rows<Person>): void {
    const held = this.#unkept.state.value;
    const all = this.#unkept.withPeople(rowsIn(people));
    this.#state.next({
      journal: journalOf([...rowsIn(entries), ...held.entries]),
      people: all.length > 0 ? all : [{ id: this.#deviceState.person, name: '' }],
      deviceState: this.#deviceState,
      unreadable: entries.kind === 'read' ? entries.unreadable.length : 0,
      memoryOnly: held.why,
    });
  }

  /** Resolves once the journal has been read. */
  #watch(): Promise<void> {
    const deviceState = this.#deviceStateKept.watch().pipe(
      map((found) => {
        if (found.kind === 'found') this.#deviceState = found.row;
      }),
    );
    return new Promise((resolve) => {
      this.#watching.add(
        combineLatest([
          this.#entries.watch(),
          this.#people.watch(),
          deviceState,
          this.#unkept.state,
        ]).subscribe(([entries, people]) => {
          this.#show(entries, people);
          resolve();
        }),
      );
    });
  }
}
