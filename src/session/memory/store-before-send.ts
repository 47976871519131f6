/**
 * Stores a session, and the tokens of control, for the next page. Most commands wait until the state that led to them has been stored,
 * or until storing takes too long; Stop does not wait, and withdraws the commands that do.
 */

import { milliseconds } from '../../../firmware-protocol/quantities.ts';
import type { BootsMemory } from '../../boots/boots.ts';
import type { Clock } from '../../clock/clock.ts';
import { sleep } from '../../clock/sleep.ts';
import { hasBoots, type SessionState, type WithBoots } from '../state.ts';
import { hasChanged, type Remembered, rememberedOf, type SessionMemory } from './remembered.ts';

/** Longest time that one write to storage holds up commands: a session must run even if it cannot be stored. */
const LONGEST_STORAGE_WAIT = milliseconds(250);

export class StoreBeforeSend {
  readonly #memory: SessionMemory;
  readonly #clock: Clock;
  /** The session in storage, as far as this page may change it: at first the one that an earlier page stored; null = none. */
  #kept: Remembered | null = null;
  /** Whether another tab has taken over the session: only that tab stores it. Ends with the session. */
  #isOthers = false;
  #writing: Promise<unknown> | null = null;
  #stops = 0;
  readonly #tokens = new Map<string, number>();

  constructor(memory: SessionMemory, clock: Clock) {
    this.#memory = memory;
    this.#clock = clock;
  }

  begin(remembered: Remembered | null): void {
    this.#kept = remembered;
    this.#isOthers = false;
  }

  /**
   * Stores the session if it has changed, or removes it once the next page does not need it. Call this with each state, before its
   * effects.
   */
  note(state: SessionState, boots: BootsMemory | null): void {
    if (!hasBoots(state) || !boots) return;
    if (!state.boots.simulated) this.#keep(boots.tokens);
    const session = rememberedOf(state, boots);
    if (!session) {
      this.#isOthers = false;
      this.#forget(state);
      return;
    }
    if (this.#isOthers || !hasChanged(this.#kept, session)) return;
    this.#kept = session;
    const over = (): void => {
      if (this.#writing === writing) this.#writing = null;
    };
    // Storage that rejects, although it must not, holds up no command.
    const writing = Promise.race([this.#memory.keep(session), sleep(this.#clock, LONGEST_STORAGE_WAIT)]).then(
      over,
      over,
    );
    this.#writing = writing;
  }

  /**
   * Calls `send` once the write under way has ended or takes too long; at once if nothing is being written. Waits for no write that
   * begins later, so that a slider that keeps moving holds up nothing.
   * @param withdrawn called instead of `send` if Stop came first
   */
  afterStored(send: () => void, withdrawn: () => void): void {
    const writing = this.#writing;
    if (!writing) {
      send();
      return;
    }
    const stops = this.#stops;
    writing.then(() => (stops === this.#stops ? send() : withdrawn()));
  }

  /** Call when another tab has taken over the session: what is in storage is then not this page's to change. */
  disown(): void {
    this.#kept = null;
    this.#isOthers = true;
  }

  stop(): void {
    this.#stops++;
  }

  #keep(tokens: BootsMemory['tokens']): void {
    for (const [serial, token] of Object.entries(tokens)) {
      if (token === 0 || token === this.#tokens.get(serial)) continue;
      this.#tokens.set(serial, token);
      void this.#memory.tokens?.keep(serial, token);
    }
  }

  /** Removes the session from storage: it is over, or somebody else controls the boots. */
  #forget({ boots }: WithBoots): void {
    if (this.#kept?.serial !== boots.feature.serial) return;
    this.#kept = null;
    this.#memory.forget();
  }
}
