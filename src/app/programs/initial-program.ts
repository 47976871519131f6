/**
 * Chooses a program when the page opens: the one that was started last in this browser, or the program First time if none was started here
 * yet. Chooses nothing if that program is gone, if a session has begun, or if the user has chosen or opened a program already.
 */

import { firstTime } from '../../program/presets/first-time.ts';
import type { Program } from '../../program/program.ts';
import { isActive, type SessionView } from '../../session/view.ts';

export interface LastRun {
  /** Null if no session was started in this browser, or without storage. */
  read(): Promise<string | null>;
  keep(id: string): void;
}

export class InitialProgram {
  readonly #lastRun: LastRun;
  readonly #choose: (program: Program) => void;
  #programs: readonly Program[] = [];
  /** Id of the program that was started last; null = none. Undefined until storage has been read. */
  #last: string | null | undefined;
  #made = false;
  /** Id of the program of the session under way, once it is stored; else null. */
  #kept: string | null = null;

  constructor(lastRun: LastRun, choose: (program: Program) => void) {
    this.#lastRun = lastRun;
    this.#choose = choose;
    lastRun.read().then((id) => {
      this.#last = id;
      this.#make();
    });
  }

  /** Call again when more programs have loaded: the user's own programs load last. */
  setPrograms(programs: readonly Program[]): void {
    this.#programs = programs;
    this.#make();
  }

  /** Call when the user chooses or opens a program. The page then chooses none by itself. */
  cancel(): void {
    this.#made = true;
  }

  /** Call with each view. When a session prepares, gives up choosing and stores the session's program: the page may be reloaded any time. */
  onView({ phase, program }: Pick<SessionView, 'phase' | 'program'>): void {
    if (!isActive(phase)) this.#kept = null;
    if ((phase !== 'preparing' && phase !== 'running') || program.id === this.#kept) return;
    this.#made = true;
    this.#kept = program.id;
    this.#lastRun.keep(program.id);
  }

  #make(): void {
    const id = this.#last;
    if (this.#made || id === undefined) return;
    const wanted = id ?? firstTime.id;
    const program = this.#programs.find((one) => one.id === wanted);
    if (!program) return;
    this.#made = true;
    this.#choose(program);
  }
}
