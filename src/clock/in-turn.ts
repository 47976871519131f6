/**
 * Delivers events one after another at the same instant: an event caused by another waits until that one has
 * been handled. Uses no timer.
 */

import { type MonoTypeOperatorFunction, observeOn, queueScheduler } from 'rxjs';

export const inTurn = <T>(): MonoTypeOperatorFunction<T> => observeOn(queueScheduler);
