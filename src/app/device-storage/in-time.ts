/** Waits for storage, but not for ever: in some browsers, opening a database never ends. */

import { milliseconds } from '../../../firmware-protocol/quantities.ts';
import type { Clock } from '../../clock/clock.ts';

/** Longest wait for storage. A busy phone may need seconds. */
export const STORAGE_TIMEOUT = milliseconds(5000);

/** Settles as `reading` does, or resolves with `late` once STORAGE_TIMEOUT has passed. */
export function inTime<T>(reading: Promise<T>, late: T, clock: Clock): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(STORAGE_TIMEOUT, () => resolve(late));
    reading.then(resolve, reject).finally(cancel);
  });
}
