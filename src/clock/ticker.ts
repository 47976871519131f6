/** Runs one timer in a worker, where a hidden tab does not slow it down, and posts a message when the timer fires. */

let timer: ReturnType<typeof setTimeout> | undefined;

/** Sets the timer, in place of an earlier setting. @param data delay from now, ms */
self.addEventListener('message', ({ data }: MessageEvent<number>) => {
  clearTimeout(timer);
  timer = setTimeout(() => self.postMessage(null), data);
});
