/** RxJS operators that order what happens at one instant. They use no timer. */

import { type MonoTypeOperatorFunction, Observable, observeOn, queueScheduler, switchMap } from 'rxjs';

/** Delivers one event at a time: an event emitted while another is being handled waits until that one has been handled. */
export const inTurn = <T>(): MonoTypeOperatorFunction<T> => observeOn(queueScheduler);

/** Delivers a value after all events that `inTurn` holds back have been handled, unless a newer value comes before that. */
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
