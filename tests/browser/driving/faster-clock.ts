/**
 * Speeds up the clock of a page, and the simulated boots with it: `performance.now()` and the timers of its
 * worker. While the page is busy the clock stands still; otherwise a machine that is slow for a moment would look like a lost link. The
 * wall clock and the page's own timers keep their speed.
 */

import type { Page } from 'playwright';

/** If more real time than this passes between two tasks of the page, ms, the page was busy, and only this much counts. */
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
      // A number is the delay of the clock's timer (src/clock/ticker.ts).
      Worker.prototype.postMessage = function (this: Worker, request: unknown) {
        postMessage.call(this, typeof request === 'number' ? request / times : request);
      };
    },
    [rate, LONGEST_TASK] as const,
  );
