/** When to redraw the page: at once the first time, then after a short delay, so that several changes share one redraw. */

import { audit, merge, type Observable, type SchedulerLike, skip, take, timer } from 'rxjs';

/** Time from a change to the redraw, so that a command of the user is sent before the page is drawn, ms. */
const REDRAW_DELAY = 100;
/** The same while the page is hidden, ms. */
const HIDDEN_REDRAW_DELAY = 1000;

/** @param hidden whether the page is hidden now */
export const redraws = <View>(
  view: Observable<View>,
  hidden: () => boolean,
  clockScheduler: SchedulerLike,
): Observable<View> =>
  merge(
    view.pipe(take(1)),
    view.pipe(
      skip(1),
      audit(() => timer(hidden() ? HIDDEN_REDRAW_DELAY : REDRAW_DELAY, clockScheduler)),
    ),
  );
