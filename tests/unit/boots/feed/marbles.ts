/** Runs the feeder in RxJS marble diagrams: letters for requests to it, short texts for what it writes and reports. */

import { map, type Observable, Subject } from 'rxjs';
import { type RunHelpers, TestScheduler } from 'rxjs/testing';
import { expect } from 'vitest';
import type { Batch } from '../../../../firmware-protocol/timeline.ts';
import { type FeedOptions, feed } from '../../../../src/boots/feed/feed.ts';
import type { FeedReport, FeedRequest } from '../../../../src/boots/feed/feeding.ts';
import { allAtOnce, cutFrom } from './keyframes.ts';

export function inMarbles(test: (helpers: RunHelpers, scheduler: TestScheduler) => void): void {
  const scheduler = new TestScheduler((actual, expected) => expect(actual).toEqual(expected));
  scheduler.run((helpers) => test(helpers, scheduler));
}

export const a: FeedRequest = { kind: 'cut', id: 1, cut: cutFrom(0, 8) };
const b: FeedRequest = { kind: 'cut', id: 2, cut: cutFrom(4000) };
export const c: FeedRequest = { kind: 'cut', id: 3, cut: cutFrom(3000) };
const e: FeedRequest = { kind: 'end' };
export const asks = { a, b, c, e };

/** A batch as a text such as "2 replace 4 from 3000". */
const batchInWords = ({ number, replace, keyframes }: Batch): string =>
  `${number} ${replace ? 'replace' : 'append'} ${keyframes.length} from ${keyframes[0]?.at}`;
const reportInWords = ({ id, outcome }: FeedReport): string =>
  `${id} ${outcome.kind}${outcome.kind === 'refused' ? ` ${outcome.reason}` : ''}`;

export interface Fed {
  readonly reports: Observable<string>;
  readonly written: Observable<string>;
}

export function fed(options: Omit<FeedOptions, 'rules'> & Partial<Pick<FeedOptions, 'rules'>>): Fed {
  const written = new Subject<string>();
  const reports = feed({
    rules: () => allAtOnce,
    ...options,
    write: (batch) => {
      written.next(batchInWords(batch));
      return options.write(batch);
    },
  }).pipe(map(reportInWords));
  return { reports, written };
}

export const ok = { w: { ok: true } };
