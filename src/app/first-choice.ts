/**
 * Chooses a program when the page opens: the one this browser ran last, or First time as long as no session has ended here. A program that
 * the person chooses, or was sent, takes precedence.
 */

import { firstTime } from '../program/presets/first-time.ts';
import type { Program } from '../program/program.ts';
import type { SessionView } from '../session/view.ts';
import type { Kept } from './own-programs.ts';

const KEY = 'heartward.last-run';

/** Where storage is switched off, every session counts as the first. */
function lastRun(storage: Kept): string | null {
  try {
    return storage.getItem(KEY);
  } catch {
    return null;
  }
}

export class FirstChoice {
  readonly #storage: Kept;
  readonly #choose: (program: Program) => void;
  #made = false;
  #ran = false;

  /** @param choose chooses a program, with or without boots */
  constructor(storage: Kept, choose: (program: Program) => void) {
    this.#storage = storage;
    this.#choose = choose;
  }

  /** Call it with the known programs, and again when there are more: a person's own programs are read later than the others. */
  among(programs: readonly Program[]): void {
    if (this.#made) return;
    const id = lastRun(this.#storage);
    const program = id === null ? firstTime : programs.find((one) => one.id === id);
    if (!program) return;
    this.#made = true;
    this.#choose(program);
  }

  /** Call it when another program was chosen. */
  overtaken(): void {
    this.#made = true;
  }

  /** Remembers the program once its session has ended. */
  seen({ phase, program }: Pick<SessionView, 'phase' | 'program'>): void {
    if (phase === 'running') {
      this.#ran = true;
      this.#made = true;
    }
    if (phase !== 'ended' || !this.#ran) return;
    this.#ran = false;
    try {
      this.#storage.setItem(KEY, program.id);
    } catch {
      // Without storage the next visit starts with First time again.
    }
  }
}
