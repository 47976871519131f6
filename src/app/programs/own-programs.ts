/** The user's own programs: those that this device stores, and those that it could not store, which last as long as the page. */

import { BehaviorSubject, firstValueFrom, Subject, share } from 'rxjs';
import type { Program } from '../../program/program.ts';
import type { KeyedRow, Rows, StoreResult, Table, Unreadable } from '../../store/table.ts';

export interface OwnProgramsNow {
  /** Newest first. */
  readonly programs: readonly Program[];
  readonly unreadable: readonly Unreadable[];
}

/** A program that this page has added, and that the table has not returned yet. */
interface Added {
  readonly program: Program;
  readonly kept: boolean;
}

const newestFirst = (rows: readonly KeyedRow<Program>[]): readonly Program[] =>
  [...rows].sort((one, other) => other.keptAt - one.keptAt).map(({ row }) => row);

export interface Replaced {
  readonly from: string;
  readonly to: Program;
}

export class OwnPrograms {
  readonly now = new BehaviorSubject<OwnProgramsNow>({ programs: [], unreadable: [] });
  readonly replaced = new Subject<Replaced>();
  readonly loaded: Promise<unknown>;
  readonly #table: Table<Program>;
  #read: readonly Program[] = [];
  #added: readonly Added[] = [];
  /** Ids of programs that this page has removed. A reading of the table that began before may still return them. */
  readonly #removed = new Set<string>();

  constructor(table: Table<Program>) {
    this.#table = table;
    const rows = table.watch().pipe(share());
    this.loaded = firstValueFrom(rows);
    rows.subscribe((now) => this.#take(now));
  }

  async add(program: Program): Promise<StoreResult> {
    const keeping = await this.#table.put(program.id, program);
    this.#removed.delete(program.id);
    this.#added = [{ program, kept: keeping.kind === 'kept' }, ...this.#addedWithout(program.id)];
    this.#show();
    return keeping;
  }

  /**
   * Adds a program in place of another one. If the new one cannot be stored, an old one that is stored stays too, so that nothing is lost.
   * @param old null = there is none
   * @returns the result of storing the new one
   */
  async replace(old: Program | null, program: Program): Promise<StoreResult> {
    const keeping = await this.add(program);
    const isInTheWay = old !== null && old.id !== program.id;
    if (isInTheWay && (keeping.kind === 'kept' || !this.#isStored(old.id))) {
      await this.remove(old);
      this.replaced.next({ from: old.id, to: program });
    }
    return keeping;
  }

  async remove({ id }: Program): Promise<StoreResult> {
    const isKept = this.#isStored(id);
    const keeping: StoreResult = isKept ? await this.#table.remove(id) : { kind: 'kept' };
    if (keeping.kind === 'kept') {
      if (isKept) this.#removed.add(id);
      this.#added = this.#addedWithout(id);
    }
    this.#show();
    return keeping;
  }

  #isStored(id: string): boolean {
    return (
      this.#read.some((program) => program.id === id) ||
      this.#added.some(({ program, kept }) => kept && program.id === id)
    );
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
