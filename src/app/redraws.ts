/** Decides when to redraw the page: at once the first time, then after a short delay, so that several changes share one redraw. */

import { audit, merge, type Observable, type SchedulerLike, skip, take, timer } from 'rxjs';

/** Time from a change to the redraw, ms. Meanwhile the page sends the user's command, which must not wait for the drawing. */
const REDRAW_DELAY = 100;
/** Time from a change to the redraw while the page is hidden, ms. */
const HIDDEN_REDRAW_DELAY = 1000;

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
