export const wait = (ms: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)));

/** Waits until `holds` is true. Throws an error that names `what` after `atMost` ms. */
export const until = async (what: string, holds: () => boolean, atMost: number): Promise<void> => {
  const end = performance.now() + atMost;
  while (!holds()) {
    if (performance.now() > end) throw new Error(`Never came true: ${what}.`);
    await wait(5);
  }
};

/** Turns this process's performance.now() into ms since 1970, to compare it with a page's. */
export const sinceEpoch = (at: number): number => performance.timeOrigin + at;
