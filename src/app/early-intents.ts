/**
 * Carries out the page's intents, and queues those that come before the session has loaded: the first screen works before the rest of the
 * page has arrived.
 */

import type { AnyIntentEvent, IntentEvent } from '../ui/events.ts';
import type { PageIntentKind, PageIntents } from '../ui/page-intents.ts';

/** Calls the intent that an event names. @returns false if it is not among `intents` */
function carryOut<K extends PageIntentKind>(
  intents: Partial<PageIntents>,
  { kind, args }: IntentEvent<K>,
): boolean {
  const act = intents[kind];
  act?.(...args);
  return act !== undefined;
}

export class EarlyIntents {
  readonly #changed: (connecting: boolean) => void;
  /** Until the session has loaded: the intents that need none. */
  #session: Partial<PageIntents>;
  #places: readonly Partial<PageIntents>[] = [];
  #kept: readonly AnyIntentEvent[] = [];

  /**
   * @param atOnce intents that need no session
   * @param changed called with whether a queued intent will connect boots as soon as the session has loaded
   */
  constructor(atOnce: Partial<PageIntents>, changed: (connecting: boolean) => void) {
    this.#session = atOnce;
    this.#changed = changed;
  }

  readonly take = (event: AnyIntentEvent): void => {
    if ([this.#session, ...this.#places].some((intents) => carryOut(intents, event))) return;
    this.#kept = event.kind === 'disconnect' ? [] : [...this.#kept, event];
    this.#changed(this.#kept.some(({ kind }) => kind === 'chooseSimulated' || kind === 'choosePaired'));
  };

  /** Adds the intents that a newly opened place carries out. */
  also(intents: Partial<PageIntents>): void {
    this.#places = [...this.#places, intents];
  }

  /** Call when the session has loaded. Carries out the queued intents, and from now on every intent at once. */
  open(intents: Partial<PageIntents>): void {
    const kept = this.#kept;
    this.#session = intents;
    this.#kept = [];
    for (const event of kept) carryOut(intents, event);
  }
}
