/** Moments in which the page has nothing better to do, so that no drawing and no key press waits for what can wait. */

/** After this long it is done all the same, ms. */
const LONGEST_WAIT = 1000;
/** Between two pieces of work in a browser that does not tell when it is idle, ms: a frame or two. */
const OTHERWISE = 30;

/** Runs `work` once, never synchronously. */
export function whenIdle(work: () => void): void {
  if (typeof requestIdleCallback === 'function') {
    requestIdleCallback(() => work(), { timeout: LONGEST_WAIT });
  } else {
    setTimeout(work, OTHERWISE);
  }
}
