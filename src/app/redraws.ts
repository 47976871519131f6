/** When to redraw the page: at once the first time, then after a short delay, so that several changes share one redraw. */

import { audit, merge, type Observable, type SchedulerLike, skip, take, timer } from 'rxjs';

/** Delay from a change to the redraw, so that what a key press asks for is sent before the page is drawn; longer out of sight, ms. */
const REDRAW = 100;
const REDRAW_HIDDEN = 1000;

/** @param hidden whether the page is out of sight now */
export const redraws = <View>(
  view: Observable<View>,
  hidden: () => boolean,
  clockScheduler: SchedulerLike,
): Observable<View> =>
  merge(
    view.pipe(take(1)),
    view.pipe(
      skip(1),
      audit(() => timer(hidden() ? REDRAW_HIDDEN : REDRAW, clockScheduler)),
    ),
  );
