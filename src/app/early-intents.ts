/**
 * Carries out the page's intents, and keeps those that come before the session has loaded: the first screen is on show, and works, before
 * the rest of the page has arrived.
 */

import type { AnyIntentEvent } from '../ui/events.ts';
import type { PageIntents } from '../ui/page-intents.ts';

export class EarlyIntents {
  readonly #changed: (connecting: boolean) => void;
  /** Before the session has loaded: what needs none. */
  #session: Partial<PageIntents>;
  #places: readonly Partial<PageIntents>[] = [];
  #kept: readonly AnyIntentEvent[] = [];

  /**
   * @param atOnce what can be carried out without a session
   * @param changed called with whether the session will connect to boots as soon as it is there
   */
  constructor(atOnce: Partial<PageIntents>, changed: (connecting: boolean) => void) {
    this.#session = atOnce;
    this.#changed = changed;
  }

  readonly take = (event: AnyIntentEvent): void => {
    if ([this.#session, ...this.#places].some((intents) => event.carryOut(intents))) return;
    this.#kept = event.kind === 'disconnect' ? [] : [...this.#kept, event];
    this.#changed(this.#kept.some(({ kind }) => kind === 'chooseSimulated' || kind === 'choosePaired'));
  };

  /** A place was opened: from now on, what it carries out too. */
  also(intents: Partial<PageIntents>): void {
    this.#places = [...this.#places, intents];
  }

  /** The session is there: carries out what was kept, and from now on everything at once. */
  open(intents: Partial<PageIntents>): void {
    const kept = this.#kept;
    this.#session = intents;
    this.#kept = [];
    for (const event of kept) event.carryOut(intents);
  }
}
