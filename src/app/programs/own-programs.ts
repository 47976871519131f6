/** The user's own programs: those that this device stores, and those that it could not store, which last as long as the page. */

import { BehaviorSubject, firstValueFrom, share } from 'rxjs';
import type { Program } from '../../program/program.ts';
import type { KeyedRow, Rows, StoreResult, Table, Unreadable } from '../../store/table.ts';

export interface OwnProgramsNow {
  /** Newest first. */
  readonly programs: readonly Program[];
  readonly unreadable: readonly Unreadable[];
}

/** A program that this page has added, and that no reading of the table has returned yet. */
interface Added {
  readonly program: Program;
  /** Whether it is stored. */
  readonly kept: boolean;
}

const newestFirst = (rows: readonly KeyedRow<Program>[]): readonly Program[] =>
  [...rows].sort((one, other) => other.keptAt - one.keptAt).map(({ row }) => row);

export class OwnPrograms {
  readonly now = new BehaviorSubject<OwnProgramsNow>({ programs: [], unreadable: [] });
  /** Resolves once the table has been read, or reading it has failed. */
  readonly loaded: Promise<unknown>;
  readonly #table: Table<Program>;
  #read: readonly Program[] = [];
  /** Newest first. */
  #added: readonly Added[] = [];
  /** Ids that this page has removed. A reading of the table that began before may still return them. */
  readonly #removed = new Set<string>();

  /** `now` follows the table, which other tabs change too. */
  constructor(table: Table<Program>) {
    this.#table = table;
    const rows = table.watch().pipe(share());
    this.loaded = firstValueFrom(rows);
    rows.subscribe((now) => this.#take(now));
  }

  /** Adds the program, even if it cannot be stored. @returns whether it could be stored */
  async add(program: Program): Promise<StoreResult> {
    const keeping = await this.#table.put(program.id, program);
    this.#removed.delete(program.id);
    this.#added = [{ program, kept: keeping.kind === 'kept' }, ...this.#addedWithout(program.id)];
    this.#show();
    return keeping;
  }

  async remove({ id }: Program): Promise<StoreResult> {
    const isKept =
      this.#read.some((program) => program.id === id) ||
      this.#added.some(({ program, kept }) => kept && program.id === id);
    const keeping: StoreResult = isKept ? await this.#table.remove(id) : { kind: 'kept' };
    if (keeping.kind === 'kept') {
      if (isKept) this.#removed.add(id);
      this.#added = this.#addedWithout(id);
    }
    this.#show();
    return keeping;
  }

  #addedWithout(id: string): readonly Added[] {
    return this.#added.filter(({ program }) => program.id !== id);
  }

  #take(rows: Rows<Program>): void {
    if (rows.kind !== 'read') return;
    this.#read = newestFirst(rows.rows);
    const ids = new Set(this.#read.map(({ id }) => id));
    this.#added = this.#added.filter(({ program }) => !ids.has(program.id));
    for (const id of this.#removed) if (!ids.has(id)) this.#removed.delete(id);
    this.#show(rows.unreadable);
  }

  #show(unreadable = this.now.value.unreadable): void {
    const added = this.#added.map(({ program }) => program);
    const read = this.#read.filter(({ id }) => !this.#removed.has(id) && !added.some((own) => own.id === id));
    this.now.next({ programs: [...added, ...read], unreadable });
  }
}
