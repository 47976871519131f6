/** Runs one timer in a worker, where a hidden tab does not throttle it, and posts a message when it fires. */

let timer: ReturnType<typeof setTimeout> | undefined;

/** @param data when the timer is to fire, ms from now; it replaces the timer set before */
self.addEventListener('message', ({ data }: MessageEvent<number>) => {
  clearTimeout(timer);
  timer = setTimeout(() => self.postMessage(null), data);
});
