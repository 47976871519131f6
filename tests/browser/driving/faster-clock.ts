/**
 * Speeds up a page's session clock, and with it the simulated boots in the page: `performance.now()`, and the
 * timers of the clock's worker. If the page is busy for long, only a second of its fast time counts, so that a slow
 * machine does not look like a lost link. `Date` and the page's own timers keep their speed.
 */

import type { Page } from 'playwright';

/** The most fast time that counts between two tasks of the page, ms. At high rates, 20 ms of real time count. */
const LONGEST_TASK = 1000;

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
    [rate, Math.max(20, LONGEST_TASK / rate)] as const,
  );
