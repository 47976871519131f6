/**
 * Keeps the journal of this device in the store, and shows it as it is there, whichever tab wrote it. Where nothing can be kept, it lasts as
 * long as the page, and says so.
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
} from '../../journal/entry.ts';
import { newIn } from '../../journal/import.ts';
import { emptyJournal, type Journal, journalOf } from '../../journal/journal.ts';
import { sameName } from '../../journal/people.ts';
import {
  type Desk,
  deskValue,
  entryKey,
  entryRows,
  newId,
  personRows,
  traceRows,
} from '../../journal/stored.ts';
import type { Moment, Zone } from '../../plan/time/wall-clock.ts';
import type { Store } from '../../store/store.ts';
import type { Keeping, Rows } from '../../store/table.ts';
import { type Held, Unkept } from './unkept.ts';

export interface JournalState {
  /** Everybody's. */
  readonly journal: Journal;
  readonly people: readonly Person[];
  readonly desk: Desk;
  /** Rows that this page cannot read; they stay where they are. */
  readonly unreadable: number;
  /** What of it lasts only as long as this page; false where everything is kept. */
  readonly fleeting: Held['why'];
}

export interface JournalKeeperOptions {
  readonly store: Store;
  readonly now: () => Moment;
  /** Where the person is. */
  readonly zone: () => Zone;
  readonly random: () => number;
}

export interface Imported {
  readonly kept: Keeping;
  readonly added: number;
  /** How many were there already. */
  readonly known: number;
}

const nobody = (random: () => number): Desk => ({
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
  readonly #desk;
  readonly #unkept = new Unkept();
  /** Used as long as nothing is kept. */
  #deskHere: Desk;
  readonly #state: BehaviorSubject<JournalState>;
  readonly #watching = new Subscription();

  private constructor(options: JournalKeeperOptions) {
    const { store, random } = options;
    this.#options = options;
    this.#entries = store.table(entryRows);
    this.#people = store.table(personRows);
    this.#traces = store.table(traceRows);
    this.#desk = store.value(deskValue);
    this.#deskHere = nobody(random);
    this.#state = new BehaviorSubject<JournalState>({
      journal: emptyJournal,
      people: [{ id: this.#deskHere.person, name: '' }],
      desk: this.#deskHere,
      unreadable: 0,
      fleeting: false,
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

  /** Notes something of the person who uses the device now. @param at when it happened; now unless given */
  async note(content: EntryContent, at: Moment = this.#options.now()): Promise<Entry> {
    return this.keep(await this.entry(content, at));
  }

  /** Not kept yet. */
  async entry(content: EntryContent, at: Moment): Promise<Entry> {
    const { device, person, order } = await this.#nextDesk();
    const { random, zone } = this.#options;
    const noted: EntryHeader = { id: newId<EntryId>(random), person, device, order, at, zone: zone() };
    return { ...noted, ...content };
  }

  async keep(entry: Entry): Promise<Entry> {
    const kept = await this.#entries.put(entryKey(entry), entry);
    this.#unkept.hold(kept, { entries: [entry] });
    return entry;
  }

  keepTrace(id: EntryId, deflated: Uint8Array<ArrayBuffer>): Promise<Keeping> {
    return this.#traces.put(id, deflated);
  }

  /** Null where none is kept. */
  async trace(id: EntryId): Promise<Uint8Array<ArrayBuffer> | null> {
    const found = await this.#traces.get(id);
    return found.kind === 'found' ? found.row : null;
  }

  /** With its trace, if it has one. */
  async erase(entry: Entry): Promise<void> {
    this.#unkept.drop(entry.id);
    await this.#entries.remove(entryKey(entry));
    if (entry.kind === 'session') await this.#traces.remove(entry.id);
  }

  /** Everything, traces included. */
  async file(): Promise<JournalFile> {
    const { journal, people } = this.#state.value;
    const read = await this.#traces.read();
    const traces = new Map<EntryId, Uint8Array<ArrayBuffer>>();
    for (const { key, row } of read.kind === 'read' ? read.rows : []) {
      const entry = journal.byId.get(key as EntryId);
      if (entry?.kind === 'session') traces.set(entry.id, row);
    }
    return { people, entries: journal.entries, traces };
  }

  /**
   * Adds what is not there yet: all of it or nothing.
   * @param progress called with the share that is written, 0 to 1
   */
  async import(file: JournalFile, progress: (share: number) => void = () => undefined): Promise<Imported> {
    const { journal, people: here } = this.#state.value;
    const { people, entries, traces, known } = newIn(file, journal, here);
    const total = people.length + entries.length + traces.length;
    let written = 0;
    const kept = await this.#options.store.putTogether(['people', 'journal', 'traces'], async (put) => {
      const count = (): void => progress(++written / total);
      for (const person of people) await put(personRows, person.id, person).then(count);
      for (const entry of entries) await put(entryRows, entryKey(entry), entry).then(count);
      for (const [id, trace] of traces) await put(traceRows, id, trace).then(count);
    });
    return kept.kind === 'kept' ? { kept, added: entries.length, known } : { kept, added: 0, known: 0 };
  }

  /** From now on, what is noted is this person's. */
  usedBy = (person: PersonId): Promise<Desk> => this.#changeDesk((desk) => ({ ...desk, person }));

  /** Somebody of that name, who may be new. */
  async usedByName(name: string): Promise<void> {
    const known = this.#state.value.people.find((person) => sameName(person.name, name));
    const person: Person = known ?? { id: newId<PersonId>(this.#options.random), name: name.trim() };
    if (!known) await this.keepPerson(person);
    await this.usedBy(person.id);
  }

  /** Somebody new, or under another name. */
  async keepPerson(person: Person): Promise<void> {
    this.#unkept.hold(await this.#people.put(person.id, person), { people: [person] });
  }

  /** The desk for the next entry; its order is nobody else's, whatever other tabs note. */
  #nextDesk = (): Promise<Desk> => this.#changeDesk((desk) => ({ ...desk, order: desk.order + 1 }));

  async #changeDesk(change: (desk: Desk) => Desk): Promise<Desk> {
    let next = change(this.#deskHere);
    const kept = await this.#desk.change((desk) => {
      next = change(desk ?? this.#deskHere);
      return next;
    });
    this.#deskHere = next;
    this.#unkept.hold(kept, {});
    return next;
  }

  /** Reads what is there; at first use, makes the person and gives the device its id. */
  async #settle(): Promise<void> {
    const desk = await this.#changeDesk((known) => known);
    const there = await this.#people.get(desk.person);
    if (there.kind === 'none') await this.keepPerson({ id: desk.person, name: '' });
    if (there.kind === 'noStorage') this.#unkept.hold(there, { people: [{ id: desk.person, name: '' }] });
  }

  #show(entries: Rows<Entry>, people: Rows<Person>): void {
    const held = this.#unkept.held.value;
    const all = this.#unkept.withPeople(rowsIn(people));
    this.#state.next({
      journal: journalOf([...rowsIn(entries), ...held.entries]),
      people: all.length > 0 ? all : [{ id: this.#deskHere.person, name: '' }],
      desk: this.#deskHere,
      unreadable: entries.kind === 'read' ? entries.unreadable.length : 0,
      fleeting: held.why,
    });
  }

  /** Resolves once the journal is there: it is read once, and again when something of it changes. */
  #watch(): Promise<void> {
    const desk = this.#desk.watch().pipe(
      map((found) => {
        if (found.kind === 'found') this.#deskHere = found.row;
      }),
    );
    return new Promise((resolve) => {
      this.#watching.add(
        combineLatest([this.#entries.watch(), this.#people.watch(), desk, this.#unkept.held]).subscribe(
          ([entries, people]) => {
            this.#show(entries, people);
            resolve();
          },
        ),
      );
    });
  }
}
