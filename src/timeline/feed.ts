/**
 * The scheduler that keeps the boots' lead full. Woken by the boots' own status notifications, which a hidden tab does not
 * throttle, and by a ticker when they are silent; writes one batch at a time, so that Stop is always next.
 */

import { interval, merge, Observable, type SchedulerLike } from 'rxjs';
import type { Keyframe } from '../../firmware-protocol/keyframe.ts';
import { type Milliseconds, milliseconds } from '../../firmware-protocol/quantities.ts';
import type { Status, TimelineRefusal } from '../../firmware-protocol/status.ts';
import type { Batch } from '../../firmware-protocol/timeline.ts';
import {
  acknowledged,
  type Cut,
  cramped,
  cutLead,
  cutMissed,
  cutTaken,
  type Lead,
  type LeadRules,
  longer,
  nextBatch,
  nothingSent,
  rewound,
} from './lead.ts';

export type FeedEvent =
  /** The boots have taken the cut's first batch: it is in force. */
  | { readonly kind: 'inForce' }
  /** The cut came too late: it would have replaced time that has been played. Nothing was changed. */
  | { readonly kind: 'late' }
  /** The boots refuse what was composed; sending it again would not help. */
  | { readonly kind: 'refused'; readonly reason: TimelineRefusal };

export interface FeedOptions {
  /** The last status and every new one. */
  readonly status: Observable<Status>;
  readonly cuts: Observable<Cut>;
  /** What is added to the end. */
  readonly more?: Observable<readonly Keyframe[]>;
  readonly write: (batch: Batch) => Promise<{ readonly ok: boolean }>;
  readonly rules: () => LeadRules;
  readonly scheduler: SchedulerLike;
  /** What makes it look; by default each status and, when the boots are silent, the scheduler. */
  readonly wake?: Observable<unknown>;
}

/** How often it looks when nothing else wakes it. */
const TICK: Milliseconds = milliseconds(500);
/** What was written and not taken for this long is written again. */
const PATIENCE: Milliseconds = milliseconds(1500);

const worthAnotherTry: readonly TimelineRefusal[] = ['crc', 'length', 'number', 'noRoom'];

/** Feeds until unsubscribed. Completes never; errors never. */
export function feed(options: FeedOptions): Observable<FeedEvent> {
  const { status: statuses, cuts, write, rules, scheduler } = options;
  return new Observable((subscriber) => {
    let status: Status | null = null;
    let heardAt = 0;
    let lead: Lead | null = null;
    let writing = false;
    let progressAt = scheduler.now();
    let seenRefusal = '';
    let cutPending = false;

    const playhead = (now: Status): Milliseconds => {
      const since = now.operation === 'playing' ? scheduler.now() - heardAt : 0;
      return milliseconds(now.playhead + since);
    };

    const look = (): void => {
      if (!status || !lead || writing || subscriber.closed) return;
      if (lead.sent.length > 0 && scheduler.now() - progressAt > PATIENCE) {
        progressAt = scheduler.now();
        // The same refusal of the same number reads as the one before: after this long it is a new one.
        seenRefusal = '';
        hearRefusal(status, lead);
        lead = rewound(lead, status.nextBatch);
      }
      const step = nextBatch(lead, status, playhead(status), rules());
      if (!step) return;
      if (lead.sent.length === 0) progressAt = scheduler.now();
      lead = step.lead;
      writing = true;
      void write(step.batch).then(({ ok }) => {
        writing = false;
        if (ok) look();
      });
    };

    const hear = (next: Status): void => {
      status = next;
      heardAt = scheduler.now();
      if (!lead) return;
      const before = lead;
      lead = acknowledged(lead, next.nextBatch);
      if (lead !== before) progressAt = heardAt;
      if (cutPending && cutTaken(lead)) {
        cutPending = false;
        subscriber.next({ kind: 'inForce' });
      }
      hearRefusal(next, lead);
    };

    const hearRefusal = (next: Status, now: Lead): void => {
      const refusal = `${next.refusal} ${next.refusedBatch}`;
      if (next.refusal === 'none' || refusal === seenRefusal) return;
      seenRefusal = refusal;
      if (!now.sent.some(({ number }) => number === next.refusedBatch)) return;
      if (next.refusal === 'late') {
        lead = cutMissed(now, next.nextBatch);
        subscriber.next({ kind: 'late' });
      } else if (worthAnotherTry.includes(next.refusal)) {
        const back = rewound(now, next.nextBatch);
        lead = next.refusal === 'noRoom' ? cramped(back) : back;
      } else {
        lead = cutMissed(now, next.nextBatch);
        subscriber.next({ kind: 'refused', reason: next.refusal });
      }
    };

    const cut = (next: Cut): void => {
      const from = lead ?? nothingSent(status?.nextBatch ?? 1);
      lead = cutLead(from, next);
      seenRefusal = status ? `${status.refusal} ${status.refusedBatch}` : '';
      cutPending = true;
      look();
    };

    const add = (keyframes: readonly Keyframe[]): void => {
      lead = longer(lead ?? nothingSent(status?.nextBatch ?? 1), keyframes);
      look();
    };

    subscriber.add(statuses.subscribe(hear));
    subscriber.add(options.more?.subscribe(add));
    subscriber.add(cuts.subscribe(cut));
    subscriber.add((options.wake ?? merge(statuses, interval(TICK, scheduler))).subscribe(look));
  });
}
