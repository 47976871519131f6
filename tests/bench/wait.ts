/** Waits in real time, for the benchmarks that need it. */

export const wait = (ms: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)));

/** Waits until a condition holds; fails after `atMost` ms, naming it. */
export const until = async (what: string, holds: () => boolean, atMost: number): Promise<void> => {
  const end = performance.now() + atMost;
  while (!holds()) {
    if (performance.now() > end) throw new Error(`Never came true: ${what}.`);
    await wait(5);
  }
};

/** This process's performance.now() as ms since 1970, to compare with a page's. */
export const sinceEpoch = (at: number): number => performance.timeOrigin + at;
