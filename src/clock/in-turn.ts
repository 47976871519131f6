/** Operators that order what happens at one instant. They use no timer. */

import { type MonoTypeOperatorFunction, Observable, observeOn, queueScheduler, switchMap } from 'rxjs';

/** Delivers one event at a time: an event emitted while another is being handled waits until that one is done. */
export const inTurn = <T>(): MonoTypeOperatorFunction<T> => observeOn(queueScheduler);

/** Delivers a value once all events that wait their turn have been handled; not if they bring a newer value. */
export const latestInTurn = <T>(): MonoTypeOperatorFunction<T> =>
  switchMap(
    (value) =>
      new Observable<T>((subscriber) =>
        queueScheduler.schedule(() => {
          subscriber.next(value);
          subscriber.complete();
        }),
      ),
  );
