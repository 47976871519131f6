/**
 * Detects that the computer has slept or the browser has frozen the page. The page's monotonic clock may stand still meanwhile (Chromium on
 * Linux, Android and macOS) or go on (Windows), so this compares times of the calendar. It cannot tell sleep from a calendar that somebody
 * has set forward; then the session only asks the boots for their state once more.
 */

import { filter, interval, map, type Observable, pairwise, startWith } from 'rxjs';
import { milliseconds } from '../../firmware-protocol/quantities.ts';
import type { Clock } from '../clock/clock.ts';
import { clockScheduler } from '../clock/clock-scheduler.ts';

const CHECK_INTERVAL = milliseconds(500);
/** A check is late if the page is busy. If it is later than this, the page has slept, ms. */
const SLEEP_GAP = 5000;

/** Emits each time the page has woken up. @param calendar the time of day in ms, which goes on during sleep */
export function wokeFromSleep(clock: Clock, calendar: () => number): Observable<unknown> {
  return interval(CHECK_INTERVAL, clockScheduler(clock)).pipe(
    startWith(null),
    map(calendar),
    pairwise(),
    filter(([before, now]) => now - before > SLEEP_GAP),
  );
}
