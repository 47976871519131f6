/**
 * Carries out the page's intents (what the user asks for). An intent that comes before the session has loaded waits in a queue, so that the
 * first screen works at once.
 */

import type { AnyIntentEvent, IntentEvent } from '../ui/events.ts';
import type { PageIntentKind, PageIntents } from '../ui/page-intents.ts';

const connects: readonly PageIntentKind[] = ['connectSimulated', 'connectPaired', 'repeatLastSession'];

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
  #session: Partial<PageIntents>;
  #places: readonly Partial<PageIntents>[] = [];
  #queue: readonly AnyIntentEvent[] = [];

  /**
   * @param atOnce intents that need no session @param changed called when an intent has joined or cleared the queue; `connecting`: whether
   * the queue holds one that connects boots
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

  /**
   * Call when a place (a screen with its own address, such as the editor) has been opened. @param intents those that the place carries out
   */
  also(intents: Partial<PageIntents>): void {
    this.#places = [...this.#places, intents];
  }

  /**
   * Call when the session has loaded. Carries out the queued intents.
   * @param intents the session's, and those that need no session
   */
  open(intents: Partial<PageIntents>): void {
    const queue = this.#queue;
    this.#session = intents;
    this.#queue = [];
    for (const event of queue) carryOut(intents, event);
  }
}
