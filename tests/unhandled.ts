/** For tests in which promises are not awaited: a test fails if a rejection stays unhandled. */

import { afterEach, beforeEach, expect } from 'vitest';

/** @returns the unhandled rejections of the current test; the list grows as they occur */
export function watchUnhandledRejections(): readonly unknown[] {
  const unhandled: unknown[] = [];
  const note = (reason: unknown): void => {
    unhandled.push(reason);
  };
  beforeEach(() => {
    unhandled.length = 0;
    process.on('unhandledRejection', note);
  });
  afterEach(async () => {
    await new Promise((resolve) => setImmediate(resolve));
    process.off('unhandledRejection', note);
    expect(unhandled).toEqual([]);
  });
  return unhandled;
}
