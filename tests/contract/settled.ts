import { milliseconds } from '../../firmware-protocol/quantities.ts';
import type { VirtualClock } from '../../src/clock/virtual-clock.ts';

/** Advances virtual time until a promise has settled. Rejects after a virtual minute. */
export async function settled<T>(clock: VirtualClock, promise: Promise<T>): Promise<T> {
  let done = false;
  const mark = (): void => {
    done = true;
  };
  promise.then(mark, mark);
  if (!(await clock.runUntil(() => done, milliseconds(60_000))))
    throw new Error('still pending after a minute');
  return promise;
}
