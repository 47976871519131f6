/** What feeds one peripheral through one session: cuts in, and of each what becomes of it. */

import { catchError, filter, map, type Observable, of, ReplaySubject, Subject, takeWhile } from 'rxjs';
import type { Keyframe } from '../../../firmware-protocol/keyframe.ts';
import type { Status } from '../../../firmware-protocol/status.ts';
import type { Cut } from '../cut.ts';
import { type FeedOptions, feed } from './feed.ts';
import type { Ask, Report, Told } from './feeding.ts';

export class Feeder {
  readonly #asks = new Subject<Ask>();
  readonly #reports = new Subject<Report>();
  #last = 0;

  constructor(options: Omit<FeedOptions, 'asks'>) {
    feed({ ...options, asks: this.#asks }).subscribe(this.#reports);
  }

  play(cut: Cut): Observable<Told> {
    return this.#ask((id) => ({ kind: 'cut', id, cut }));
  }

  /** Goes on with a script of which the boots hold a part. @param held their last status */
  adopt(script: readonly Keyframe[], held: Status): Observable<Told> {
    return this.#ask((id) => ({ kind: 'adopt', id, script, held }));
  }

  end(): void {
    this.#asks.next({ kind: 'end' });
  }

  #ask(asked: (id: number) => Ask): Observable<Told> {
    const id = ++this.#last;
    const told = new ReplaySubject<Told>(1);
    this.#reports
      .pipe(
        filter((report) => report.id === id),
        map((report) => report.told),
        // A feeder that fails feeds nothing more: whoever stands above ends the session rather than let it run dry.
        catchError(() => of<Told>({ kind: 'refused', reason: 'invalid' })),
        takeWhile(mayBeFollowed, true),
      )
      .subscribe(told);
    this.#asks.next(asked(id));
    return told;
  }
}

const mayBeFollowed = ({ kind }: Told): boolean => kind === 'added' || kind === 'inForce';
