/** Runs work when the page is idle, so that drawing and key presses go first. */

/** Longest time that the browser may put the work off because the page is busy, ms. */
const LONGEST_WAIT = 1000;
/** Delay in browsers without requestIdleCallback, ms: one or two frames. */
const FALLBACK_DELAY = 30;

/** Runs `work` once, never synchronously. */
export function whenIdle(work: () => void): void {
  if (typeof requestIdleCallback === 'function') {
    requestIdleCallback(() => work(), { timeout: LONGEST_WAIT });
  } else {
    setTimeout(work, FALLBACK_DELAY);
  }
}
