/** The user's own programs: those that the device keeps, and those it could not keep, which last as long as the page. */

import { BehaviorSubject, firstValueFrom, share } from 'rxjs';
import type { Program } from '../../program/program.ts';
import type { Keeping, Kept, Rows, Table, Unreadable } from '../../store/table.ts';

export interface OwnProgramsNow {
  /** Newest first. */
  readonly programs: readonly Program[];
  readonly unreadable: readonly Unreadable[];
}

const newestFirst = (rows: readonly Kept<Program>[]): readonly Program[] =>
  [...rows].sort((one, other) => other.keptAt - one.keptAt).map(({ row }) => row);

export class OwnPrograms {
  readonly now = new BehaviorSubject<OwnProgramsNow>({ programs: [], unreadable: [] });
  /** Resolves once what the device keeps was read, or cannot be. */
  readonly wereRead: Promise<unknown>;
  readonly #table: Table<Program>;
  #kept: readonly Program[] = [];
  #unkept: readonly Program[] = [];

  /** Shows what earlier visits kept, and what other tabs keep or forget from now on. */
  constructor(table: Table<Program>) {
    this.#table = table;
    const rows = table.watch().pipe(share());
    this.wereRead = firstValueFrom(rows);
    rows.subscribe((read) => this.#read(read));
  }

  /** @returns whether it is kept for the next visit; it is among them now in any case */
  async add(program: Program): Promise<Keeping> {
    const keeping = await this.#table.put(program.id, program);
    const others = (programs: readonly Program[]) => programs.filter(({ id }) => id !== program.id);
    if (keeping.kind === 'kept') this.#kept = [program, ...others(this.#kept)];
    else this.#unkept = [program, ...others(this.#unkept)];
    this.#show();
    return keeping;
  }

  async forget({ id }: Program): Promise<Keeping> {
    const isKept = this.#kept.some((program) => program.id === id);
    const keeping: Keeping = isKept ? await this.#table.remove(id) : { kind: 'kept' };
    if (keeping.kind === 'kept') this.#kept = this.#kept.filter((program) => program.id !== id);
    this.#unkept = this.#unkept.filter((program) => program.id !== id);
    this.#show();
    return keeping;
  }

  #read(read: Rows<Program>): void {
    if (read.kind !== 'read') return;
    this.#kept = newestFirst(read.rows);
    this.#show(read.unreadable);
  }

  #show(unreadable = this.now.value.unreadable): void {
    const unkept = this.#unkept.filter(({ id }) => !this.#kept.some((program) => program.id === id));
    this.now.next({ programs: [...unkept, ...this.#kept], unreadable });
  }
}
