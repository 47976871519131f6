/**
 * Detects that the computer has slept or the browser has frozen the page. A monotonic clock may stand still meanwhile (Chromium on Linux,
 * Android and macOS) or go on (Windows), so this file compares calendar times. A calendar that somebody sets forward looks like sleep too,
 * which does no harm: the session then asks the boots for their state again.
 */

import { filter, interval, map, type Observable, pairwise, startWith } from 'rxjs';
import { milliseconds } from '../../firmware-protocol/quantities.ts';
import type { Clock } from '../clock/clock.ts';
import { clockScheduler } from '../clock/clock-scheduler.ts';

const CHECK_INTERVAL = milliseconds(500);
/** Longest time between two checks on a page that is awake but busy, ms. After a longer one, the page has slept. */
const SLEEP_GAP = 5000;

/** @param calendar returns the calendar time, ms since 1970 */
export function wokeFromSleep(clock: Clock, calendar: () => number): Observable<unknown> {
  return interval(CHECK_INTERVAL, clockScheduler(clock)).pipe(
    startWith(null),
    map(calendar),
    pairwise(),
    filter(([before, now]) => now - before > SLEEP_GAP),
  );
}
