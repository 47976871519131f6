/**
 * Timers of a page as a browser has them that is hard on hidden tabs: once a minute.
 *
 * Chromium does so to a hidden page by itself (after 60 s once it has loaded), but spares one with an open GATT connection: measured
 * with Chromium 156, the longest sleep of a 0.5 s interval in 130 s was 60.0 s without a connection and 1.0 s with one. Nothing
 * promises that mercy, so a test that must not lean on it takes it away. Workers and events are left alone, as browsers leave them.
 */
export const sleepyTimers = (): void => {
  const MINUTE = 60_000;
  const later = setTimeout.bind(globalThis);
  const forget = clearTimeout.bind(globalThis);
  /** What the browser knows each timer by now, by what its owner knows it by. */
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
