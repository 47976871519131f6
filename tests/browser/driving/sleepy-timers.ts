/**
 * Runs in the page: while the page is hidden, makes its timers fire once a minute, like a browser that throttles
 * hidden tabs.
 *
 * Chromium itself throttles a hidden page (60 s after it has loaded) but exempts a page with an open GATT
 * connection. With Chromium 156, the longest sleep of a 0.5 s interval in 130 s was 60.0 s without a connection
 * and 1.0 s with one. No specification promises the exemption, so this script removes it. As in browsers, workers
 * and events are not throttled.
 */
export const sleepyTimers = (): void => {
  const MINUTE = 60_000;
  const later = setTimeout.bind(globalThis);
  const forget = clearTimeout.bind(globalThis);
  /** For each timer: the id that the page knows, and the browser's present id. */
  const known = new Map<number, number>();
  let last = 0;
  const untilMayWake = (): number => (document.hidden ? MINUTE - (performance.now() % MINUTE) : 0);

  const start = (work: () => void, delay: number, again: boolean): number => {
    const id = ++last;
    const due = (): void => {
      if (again) known.set(id, Number(later(wake, delay)));
      else known.delete(id);
      work();
    };
    const wake = (): void => {
      const wait = untilMayWake();
      if (wait === 0) due();
      else known.set(id, Number(later(due, wait)));
    };
    known.set(id, Number(later(wake, delay)));
    return id;
  };
  const stop = (id: number): void => {
    forget(known.get(id));
    known.delete(id);
  };
  const timer =
    (again: boolean) =>
    (work: (...given: unknown[]) => void, delay = 0, ...given: unknown[]): number =>
      start(() => work(...given), delay, again);
  Object.assign(globalThis, {
    setTimeout: timer(false),
    setInterval: timer(true),
    clearTimeout: stop,
    clearInterval: stop,
  });
};
