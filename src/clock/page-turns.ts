/** Turns of a page's event loop, for a virtual clock in a browser. */

import type { Turns } from './virtual-clock.ts';

/**
 * A browser has nothing that waits for microtasks alone, so each wait is a message to the page itself: microtasks run before it arrives, and
 * unlike timers, messages are not slowed down.
 */
export function pageTurns(): Turns & { close(): void } {
  const { port1, port2 } = new MessageChannel();
  const waiting: (() => void)[] = [];
  port1.onmessage = () => waiting.shift()?.();
  const turn = (): Promise<void> =>
    new Promise((resolve) => {
      waiting.push(resolve);
      port2.postMessage(null);
    });
  return { eventLoop: turn, microtasks: turn, close: () => port1.close() };
}
