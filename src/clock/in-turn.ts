/** One event after the other, at the same instant: one that comes of another waits until that has been dealt with. No timer. */

import { type MonoTypeOperatorFunction, observeOn, queueScheduler } from 'rxjs';

export const inTurn = <T>(): MonoTypeOperatorFunction<T> => observeOn(queueScheduler);
