/** Longest time that the browser may put the work off because the page is busy, ms. */
const LONGEST_WAIT = 1000;
/** Delay in browsers without requestIdleCallback, ms: one or two frames. */
const FALLBACK_DELAY = 30;

export function whenIdle(work: () => void): void {
  if (typeof requestIdleCallback === 'function') {
    requestIdleCallback(() => work(), { timeout: LONGEST_WAIT });
  } else {
    setTimeout(work, FALLBACK_DELAY);
  }
}
