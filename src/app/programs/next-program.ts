/** Chooses a program that the user opens: at once or, while a session runs, as soon as that session is over. */

import type { Program } from '../../program/program.ts';
import { isActive, type SessionView } from '../../session/view.ts';

export class NextProgram {
  readonly #choose: (program: Program) => void;
  #waiting: Program | null = null;

  constructor(choose: (program: Program) => void) {
    this.#choose = choose;
  }

  /** Replaces a program that still waits. */
  open(program: Program, session: Pick<SessionView, 'phase'>): void {
    this.#waiting = program;
    this.onView(session);
  }

  onView({ phase }: Pick<SessionView, 'phase'>): void {
    if (this.#waiting === null || isActive(phase)) return;
    const program = this.#waiting;
    this.#waiting = null;
    this.#choose(program);
  }
}
