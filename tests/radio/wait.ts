export const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits until a condition holds; false after `atMost` ms. */
export async function holds(what: () => Promise<boolean> | boolean, atMost: number): Promise<boolean> {
  const end = performance.now() + atMost;
  while (!(await what())) {
    if (performance.now() > end) return false;
    await wait(20);
  }
  return true;
}
