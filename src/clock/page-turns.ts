/** Lets a virtual clock in a browser wait for the page's event loop and its microtasks. */

import type { Turns } from './virtual-clock.ts';

/**
 * Lets a virtual clock in a browser wait. A browser offers no way to wait for microtasks alone, so each wait is a message that the page
 * sends to itself: all microtasks run before the message arrives, and browsers do not throttle messages as they do timers.
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
