/** A deadline bound to one request of the platform. */

import { elapsed, later, type Milliseconds, milliseconds } from '../../firmware-protocol/quantities.ts';
import type { Clock } from '../clock/clock.ts';
import { rest } from '../clock/rest.ts';
import { failure, inWords, type Reply, success } from './reply.ts';

/** The platform has another operation under way (another tab's, or one of a connection that is over) and has not begun this one. */
export type Busy = 'busy';

/** How long until a platform that is busy is asked again. Operations take two beats of the link, 30 to 100 ms. */
export const BUSY_AGAIN = milliseconds(25);

const busyWords = /already in progress/i;
export const isBusy = (reason: unknown): boolean => busyWords.test(inWords(reason));

export const noAnswer = (what: string, deadline: Milliseconds): Reply<never> =>
  failure('timedOut', `${what}: no answer within ${deadline} ms`);

/**
 * Starts a request and replies once it is answered or `deadline` has passed, never later, never with a rejection. What the
 * platform says afterwards is heard by nobody, as it should be.
 */
export function within<T>(
  clock: Clock,
  deadline: Milliseconds,
  what: string,
  start: () => Promise<T>,
): Promise<Reply<T> | Busy> {
  return new Promise((resolve) => {
    const cancel = clock.after(deadline, () => resolve(noAnswer(what, deadline)));
    const settle = (reply: Reply<T> | Busy): void => {
      cancel();
      resolve(reply);
    };
    const refused = (reason: unknown): void =>
      settle(isBusy(reason) ? 'busy' : failure('failed', `${what}: ${inWords(reason)}`));
    try {
      start().then((value) => settle(success(value)), refused);
    } catch (reason) {
      refused(reason);
    }
  });
}

/** Like `within`; while the platform is busy it is asked again, until the deadline has passed. */
export async function patiently<T>(
  clock: Clock,
  deadline: Milliseconds,
  what: string,
  start: () => Promise<T>,
): Promise<Reply<T>> {
  const end = later(clock.now(), deadline);
  for (;;) {
    const left = elapsed(clock.now(), end);
    if (left <= 0) return noAnswer(what, deadline);
    const reply = await within(clock, left, what, start);
    if (reply !== 'busy') return reply;
    await rest(clock, BUSY_AGAIN);
  }
}
