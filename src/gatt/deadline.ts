/** Puts a deadline on a single request to the platform, and repeats a request that the platform is too busy to start. */

import { elapsed, later, type Milliseconds, milliseconds } from '../../firmware-protocol/quantities.ts';
import type { Clock } from '../clock/clock.ts';
import { sleep } from '../clock/sleep.ts';
import { describeError, failure, type Reply, refusedByPlatform, success } from './reply.ts';

/** The platform has not started an operation, because it is carrying out another, from another tab or an old connection. */
export type Busy = 'busy';

/** Time to wait before a busy platform is asked again. An operation takes two connection intervals: 30 to 100 ms. */
export const BUSY_RETRY_DELAY = milliseconds(25);

const busyWords = /already in progress/i;
export const isBusy = (reason: unknown): boolean => busyWords.test(describeError(reason));

export const noAnswer: Reply<never> = failure('timedOut', { kind: 'noAnswer' });

/** Starts a request, and replies when the platform answers, or once `deadline` has passed. Ignores a later answer. Never rejects. */
export function withDeadline<T>(
  clock: Clock,
  deadline: Milliseconds,
  start: () => Promise<T>,
): Promise<Reply<T> | Busy> {
  return new Promise((resolve) => {
    const cancel = clock.after(deadline, () => resolve(noAnswer));
    const settle = (reply: Reply<T> | Busy): void => {
      cancel();
      resolve(reply);
    };
    const refused = (reason: unknown): void => settle(isBusy(reason) ? 'busy' : refusedByPlatform(reason));
    try {
      start().then((value) => settle(success(value)), refused);
    } catch (reason) {
      refused(reason);
    }
  });
}

/** Like `withDeadline`, but while the platform is busy, tries again until the deadline. */
export async function retryingWhileBusy<T>(
  clock: Clock,
  deadline: Milliseconds,
  start: () => Promise<T>,
): Promise<Reply<T>> {
  const end = later(clock.now(), deadline);
  for (;;) {
    const left = elapsed(clock.now(), end);
    if (left <= 0) return noAnswer;
    const reply = await withDeadline(clock, left, start);
    if (reply !== 'busy') return reply;
    await sleep(clock, BUSY_RETRY_DELAY);
  }
}
