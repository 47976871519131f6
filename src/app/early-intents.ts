/**
 * Carries out the page's intents (what the user asks for). Intents that come before the session has loaded wait in a queue, so that the first screen
 * works at once.
 */

import type { AnyIntentEvent, IntentEvent } from '../ui/events.ts';
import type { PageIntentKind, PageIntents } from '../ui/page-intents.ts';

const connects: readonly PageIntentKind[] = ['connectSimulated', 'connectPaired', 'repeatLastSession'];

/** Calls the function for the event's intent. @returns false if `intents` does not have it */
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
  /** The intents that need no session; once the session has loaded, the session's intents too. */
  #session: Partial<PageIntents>;
  #places: readonly Partial<PageIntents>[] = [];
  #queue: readonly AnyIntentEvent[] = [];

  /**
   * @param atOnce intents that need no session
   * @param changed called when the queue has changed; `connecting`: whether it now holds an intent that will connect boots
   */
  constructor(atOnce: Partial<PageIntents>, changed: (connecting: boolean) => void) {
    this.#session = atOnce;
    this.#changed = changed;
  }

  readonly take = (event: AnyIntentEvent): void => {
    if ([this.#session, ...this.#places].some((intents) => carryOut(intents, event))) return;
    this.#queue = event.kind === 'disconnect' ? [] : [...this.#queue, event];
    this.#changed(this.#queue.some(({ kind }) => connects.includes(kind)));
  };

  /** Call when a place (a screen with its own address, such as the editor) has been opened. @param intents those that the place carries out */
  also(intents: Partial<PageIntents>): void {
    this.#places = [...this.#places, intents];
  }

  /**
   * Call when the session has loaded. Carries out the queued intents; later ones are carried out at once.
   * @param intents the session's, and those that need no session
   */
  open(intents: Partial<PageIntents>): void {
    const queue = this.#queue;
    this.#session = intents;
    this.#queue = [];
    for (const event of queue) carryOut(intents, event);
  }
}
