/** A deadline bound to one request of the platform. */

import type { Milliseconds } from '../../firmware-protocol/quantities.ts';
import type { Clock } from '../clock/clock.ts';
import { failure, inWords, type Reply, success } from './reply.ts';

/**
 * Starts a request and replies once it is answered or `deadline` has passed, never later, never with a rejection. What the
 * platform says afterwards is heard by nobody, as it should be.
 */
export function within<T>(
  clock: Clock,
  deadline: Milliseconds,
  what: string,
  start: () => Promise<T>,
): Promise<Reply<T>> {
  return new Promise((resolve) => {
    const cancel = clock.after(deadline, () =>
      resolve(failure('timedOut', `${what}: no answer within ${deadline} ms`)),
    );
    const settle = (reply: Reply<T>): void => {
      cancel();
      resolve(reply);
    };
    const refused = (reason: unknown): void => settle(failure('failed', `${what}: ${inWords(reason)}`));
    try {
      start().then((value) => settle(success(value)), refused);
    } catch (reason) {
      refused(reason);
    }
  });
}
