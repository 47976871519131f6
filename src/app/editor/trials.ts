/** Runs one trial (a program on simulated boots) at a time, on a clock faster than real time. */

import { fastForward } from '../../clock/fast-forward.ts';
import { pageTurns } from '../../clock/page-turns.ts';
import { systemClock } from '../../clock/system-clock.ts';
import { VirtualClock } from '../../clock/virtual-clock.ts';
import type { Program } from '../../program/program.ts';
import type { TrialView } from '../../ui/places/editor/trial/trial-view.ts';
import { Trial } from './trial.ts';

/** Seconds of the trial per second of real time. */
const TRIAL_RATE = 20;

/** The page is redrawn once in this many advances of the clock. */
const SHOWN_EVERY = 2;

export class Trials {
  readonly #changed: () => void;
  #trial: Trial | null = null;
  #view: TrialView | null = null;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get view(): TrialView | null {
    return this.#view;
  }

  begin(program: Program): void {
    this.drop();
    const turns = pageTurns();
    const clock = new VirtualClock(turns);
    this.#trial = new Trial({
      program,
      clock,
      rate: TRIAL_RATE,
      play: (advanced) => {
        let advances = 0;
        const cancel = fastForward(clock, systemClock, TRIAL_RATE, () => {
          if (advances++ % SHOWN_EVERY === 0) advanced();
        });
        return () => {
          cancel();
          turns.close();
        };
      },
      changed: (view) => {
        this.#view = view;
        this.#changed();
      },
    });
  }

  end(): void {
    this.#trial?.end();
  }

  drop(): void {
    if (this.#trial === null) return;
    this.#trial.drop();
    this.#trial = null;
    this.#view = null;
    this.#changed();
  }
}
