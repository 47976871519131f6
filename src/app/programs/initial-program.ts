/**
 * Chooses a program when the page opens: the one that ran last in this browser, or the program First time if no session has ended here yet.
 * Chooses nothing if that program is gone, if a session runs, or if the user has chosen or opened a program already.
 */

import { firstTime } from '../../program/presets/first-time.ts';
import type { Program } from '../../program/program.ts';
import type { SessionView } from '../../session/view.ts';

export interface LastRun {
  /** Null if no session has ended in this browser, or without storage. */
  read(): Promise<string | null>;
  keep(id: string): void;
}

export class InitialProgram {
  readonly #lastRun: LastRun;
  readonly #choose: (program: Program) => void;
  #programs: readonly Program[] = [];
  /** Id of the program that ran last; null = none. Undefined until storage has been read. */
  #last: string | null | undefined;
  #made = false;
  #ran = false;

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

  /** Call with each view. While a session runs, gives up choosing; when the session has ended, stores its program. */
  onView({ phase, program }: Pick<SessionView, 'phase' | 'program'>): void {
    if (phase === 'running') {
      this.#ran = true;
      this.#made = true;
    }
    if (phase !== 'ended' || !this.#ran) return;
    this.#ran = false;
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
