/**
 * Lets the clock of a page run so many times as fast from now on, and simulated boots with it: what it measures time with, and the timers of its
 * worker. While the page is busy the clock stands still, or a machine that is slow for a moment would look like a link that was lost. The
 * calendar stays as it is, and so do timers of the page itself.
 */

import type { Page } from 'playwright';

/** Longest real time that counts between two tasks of the page, ms: it has many in that time. */
const LONGEST = 20;

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
      Worker.prototype.postMessage = function (this: Worker, request: object) {
        const sooner = 'delay' in request ? { ...request, delay: Number(request.delay) / times } : request;
        postMessage.call(this, sooner);
      };
    },
    [rate, LONGEST] as const,
  );
