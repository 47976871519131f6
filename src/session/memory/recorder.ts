/**
 * Keeps a running session where the next page finds it. What a command or a cut is about to change is kept before it is sent; Stop waits for
 * nothing, and withdraws what still waits.
 */

import { milliseconds } from '../../../firmware-protocol/quantities.ts';
import type { BootsMemory } from '../../boots/boots.ts';
import type { Clock } from '../../clock/clock.ts';
import { sleep } from '../../clock/sleep.ts';
import { isTogether, type SessionState, type Together } from '../state.ts';
import { isNews, type Remembered, rememberedOf, type SessionMemory } from './remembered.ts';

/** A command waits for storage no longer than this: a session that cannot be kept is still a session. */
const LONGEST_WAIT = milliseconds(250);

export class Recorder {
  readonly #memory: SessionMemory;
  readonly #clock: Clock;
  /** What is kept now; at first what an earlier page kept. */
  #kept: Remembered | null = null;
  /** What was kept last is being written; null = nothing is. */
  #writing: Promise<unknown> | null = null;
  #stops = 0;

  constructor(memory: SessionMemory, clock: Clock) {
    this.#memory = memory;
    this.#clock = clock;
  }

  /** The boots that were opened, and what is remembered of a session on them. */
  begin(remembered: Remembered | null): void {
    this.#kept = remembered;
  }

  /** Call with each state, before its effects are carried out. */
  note(state: SessionState, boots: BootsMemory | null): void {
    if (!isTogether(state) || !boots) return;
    const session = rememberedOf(state, boots);
    if (!session) {
      this.#forget(state);
      return;
    }
    if (!isNews(this.#kept, session)) return;
    this.#kept = session;
    const writing = Promise.race([this.#memory.keep(session), sleep(this.#clock, LONGEST_WAIT)]).then(() => {
      if (this.#writing === writing) this.#writing = null;
    });
    this.#writing = writing;
  }

  /**
   * Sends once what was noted is kept; at once where nothing is being written.
   * @param withdrawn called instead if Stop came first
   */
  afterKept(send: () => void, withdrawn: () => void): void {
    const writing = this.#writing;
    if (!writing) {
      send();
      return;
    }
    const stops = this.#stops;
    writing.then(() => (stops === this.#stops ? this.afterKept(send, withdrawn) : withdrawn()));
  }

  /** Another tab has the session: what is kept is that tab's. */
  disown(): void {
    this.#kept = null;
  }

  stop(): void {
    this.#stops++;
  }

  /** The session that these boots ran is over, or is another's. */
  #forget({ boots }: Together): void {
    if (this.#kept?.serial !== boots.feature.serial) return;
    this.#kept = null;
    this.#memory.forget();
  }
}
