/**
 * When the computer has slept or the page was frozen. The clock of a page may stand still meanwhile (Chromium on Linux, Android and macOS) or go on
 * (Windows); the calendar goes on in both. A calendar that is set forward looks the same, and then the boots are only asked once more.
 */

import { filter, interval, map, type Observable, pairwise, startWith } from 'rxjs';
import { milliseconds } from '../../firmware-protocol/quantities.ts';
import type { Clock } from '../clock/clock.ts';
import { clockScheduler } from '../clock/clock-scheduler.ts';

const LOOKS = milliseconds(500);
/** A busy page looks late; one that looks later than this has slept, ms. */
const SLEPT = 5000;

/** @param calendar ms since some day, also while nothing runs */
export function woke(clock: Clock, calendar: () => number): Observable<unknown> {
  return interval(LOOKS, clockScheduler(clock)).pipe(
    startWith(null),
    map(calendar),
    pairwise(),
    filter(([before, now]) => now - before > SLEPT),
  );
}
