/**
 * Speeds up a page's session clock, and with it the simulated boots in the page: `performance.now()`, and the
 * timers of the clock's worker. If the page is busy for long, only 20 ms of that time count, so that a slow
 * machine does not look like a lost link. `Date` and the page's own timers keep their speed.
 */

import type { Page } from 'playwright';

/** The most real time that counts between two tasks of the page, ms. */
const LONGEST_TASK = 20;

export const runFaster = (page: Page, rate: number): Promise<void> =>
  page.evaluate(
    ([times, longest]) => {
      const real = performance.now.bind(performance);
      let before = real();
      let now = before;
      let isNewTask = true;
      performance.now = () => {
        if (isNewTask) {
          const at = real();
          now += Math.min(at - before, longest) * times;
          before = at;
          isNewTask = false;
          queueMicrotask(() => {
            isNewTask = true;
          });
        }
        return now;
      };
      const { postMessage } = Worker.prototype;
      // A number is a delay for the timer of the clock's worker (src/clock/ticker.ts).
      Worker.prototype.postMessage = function (this: Worker, request: unknown) {
        postMessage.call(this, typeof request === 'number' ? request / times : request);
      };
    },
    [rate, LONGEST_TASK] as const,
  );
