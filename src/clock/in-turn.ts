/**
 * An operator that delivers one event at a time: an event emitted while another is being handled waits until that one is
 * done. It uses no timer, so both are handled at the same instant.
 */

import { type MonoTypeOperatorFunction, observeOn, queueScheduler } from 'rxjs';

export const inTurn = <T>(): MonoTypeOperatorFunction<T> => observeOn(queueScheduler);
