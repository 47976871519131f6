/**
 * Runs timers in a worker, where a hidden tab does not throttle them, and posts a message when each is due.
 */

export type TickerRequest = { readonly id: number; readonly delay: number } | { readonly cancel: number };

const timers = new Map<number, ReturnType<typeof setTimeout>>();

self.addEventListener('message', ({ data }: MessageEvent<TickerRequest>) => {
  if ('cancel' in data) {
    clearTimeout(timers.get(data.cancel));
    timers.delete(data.cancel);
    return;
  }
  const { id, delay } = data;
  timers.set(
    id,
    setTimeout(() => {
      timers.delete(id);
      self.postMessage(id);
    }, delay),
  );
});
