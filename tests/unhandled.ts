/** For tests that leave promises behind: fails if one of them is rejected without being handled. */

import { afterEach, beforeEach, expect } from 'vitest';

/** @returns the unhandled rejections of the current test, growing as they occur */
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
