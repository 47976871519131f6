/**
 * Asks whether the browser's Bluetooth still answers this page. If BlueZ removes the services of a lost link (`Cache = no`) while an
 * operation is pending, Chromium drops that operation's answer, and every promise of `navigator.bluetooth` then stays pending until the
 * page is loaded again.
 */

import {
  catchError,
  defer,
  distinctUntilChanged,
  map,
  type Observable,
  of,
  repeat,
  scan,
  timeout,
  timer,
} from 'rxjs';
import { milliseconds } from '../../firmware-protocol/quantities.ts';
import type { Clock } from '../clock/clock.ts';
import { clockScheduler } from '../clock/clock-scheduler.ts';

/** `silent`: the browser's Bluetooth has answered nothing for so long that probably only loading the page again helps. */
export type BrowserBluetooth = 'answers' | 'silent';

/** Asks the browser's Bluetooth anything that it answers within milliseconds. A refusal is an answer too. */
export type AskBluetooth = () => Promise<unknown>;

/** A question must be answered within this time. Answering needs no radio, and usually takes a few milliseconds. */
const PATIENCE = milliseconds(2000);
/** Time from an answer, or from giving up a question, to the next question. */
const PAUSE = milliseconds(500);
/**
 * Bluetooth counts as silent after this many questions in a row without an answer. One is not enough, because no answer can arrive
 * while the computer sleeps or the page is busy.
 */
const MOST_UNANSWERED = 2;

/** Emits whether the browser's Bluetooth answers, and each change of that. Asks for as long as somebody subscribes. */
export const browserBluetooth = (ask: AskBluetooth, clock: Clock): Observable<BrowserBluetooth> =>
  defer(ask).pipe(
    map(() => true),
    catchError(() => of(true)),
    timeout({ first: PATIENCE, with: () => of(false), scheduler: clockScheduler(clock) }),
    repeat({ delay: () => timer(PAUSE, clockScheduler(clock)) }),
    scan((unanswered, isAnswered) => (isAnswered ? 0 : unanswered + 1), 0),
    map((unanswered): BrowserBluetooth => (unanswered < MOST_UNANSWERED ? 'answers' : 'silent')),
    distinctUntilChanged(),
  );
