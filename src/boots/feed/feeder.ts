/** Feeds one peripheral through one session: takes cuts, and reports the outcomes of each. */

import { catchError, filter, map, type Observable, of, ReplaySubject, Subject, takeWhile } from 'rxjs';
import type { Keyframe } from '../../../firmware-protocol/keyframe.ts';
import type { Status } from '../../../firmware-protocol/status.ts';
import type { Cut } from '../cut.ts';
import { type FeedOptions, feed } from './feed.ts';
import type { FeedOutcome, FeedReport, FeedRequest } from './feeding.ts';

export class Feeder {
  readonly #asks = new Subject<FeedRequest>();
  readonly #reports = new Subject<FeedReport>();
  #last = 0;

  constructor(options: Omit<FeedOptions, 'asks'>) {
    feed({ ...options, asks: this.#asks }).subscribe(this.#reports);
  }

  play(cut: Cut): Observable<FeedOutcome> {
    return this.#ask((id) => ({ kind: 'cut', id, cut }));
  }

  /**
   * Continues a script of which the boots already hold a part.
   * @param held the boots' latest status
   * @param isCertain false if the boots may hold another script; then nothing is written until the next cut, which replaces
   * that script
   */
  adopt(script: readonly Keyframe[], held: Status, isCertain = true): Observable<FeedOutcome> {
    return this.#ask((id) => ({ kind: 'adopt', id, script, held, isCertain }));
  }

  end(): void {
    this.#asks.next({ kind: 'end' });
  }

  #ask(asked: (id: number) => FeedRequest): Observable<FeedOutcome> {
    const id = ++this.#last;
    const outcome = new ReplaySubject<FeedOutcome>(1);
    this.#reports
      .pipe(
        filter((report) => report.id === id),
        map((report) => report.outcome),
        // `feed` has thrown, and sends nothing more. The refusal lets the session end now; otherwise the boots would run out
        // of keyframes later.
        catchError(() => of<FeedOutcome>({ kind: 'refused', reason: 'invalid' })),
        takeWhile(mayBeFollowed, true),
      )
      .subscribe(outcome);
    this.#asks.next(asked(id));
    return outcome;
  }
}

const mayBeFollowed = ({ kind }: FeedOutcome): boolean => kind === 'added' || kind === 'inForce';
