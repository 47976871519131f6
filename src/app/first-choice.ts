/**
 * Which program is chosen when the page opens: the one that this browser ran last, or First time as long as no session has ended here.
 * Whatever the person chooses, or was sent, comes before it.
 */

import { firstTime } from '../program/presets/first-time.ts';
import type { Program } from '../program/program.ts';
import type { SessionView } from '../session/view.ts';
import type { Kept } from './own-programs.ts';

const KEY = 'heartward.last-run';

/** Storage may be switched off: then every session here is a first one. */
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

  /** Told of the programs there are; again when more have come: a person's own ones are read later than the rest. */
  among(programs: readonly Program[]): void {
    if (this.#made) return;
    const id = lastRun(this.#storage);
    const program = id === null ? firstTime : programs.find((one) => one.id === id);
    if (!program) return;
    this.#made = true;
    this.#choose(program);
  }

  /** Something else was chosen. */
  overtaken(): void {
    this.#made = true;
  }

  /** Remembers what ran, once it has ended. */
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
      // Without storage the next visit begins with First time again.
    }
  }
}
