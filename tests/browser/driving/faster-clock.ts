/**
 * Lets the clock of a page run so many times as fast from now on, and simulated boots with it: what it measures time with, and the timers of its
 * worker. The calendar stays as it is, and so do timers of the page itself.
 */

import type { Page } from 'playwright';

export const runFaster = (page: Page, rate: number): Promise<void> =>
  page.evaluate((times) => {
    const now = performance.now.bind(performance);
    const from = now();
    performance.now = () => from + (now() - from) * times;
    const { postMessage } = Worker.prototype;
    Worker.prototype.postMessage = function (this: Worker, request: object) {
      const sooner = 'delay' in request ? { ...request, delay: Number(request.delay) / times } : request;
      postMessage.call(this, sooner);
    };
  }, rate);
