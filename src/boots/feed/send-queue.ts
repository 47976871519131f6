/**
 * The queue of keyframes to send: decides which batch to write next, so that the boots do not run out of keyframes. Pure:
 * what is due follows from the playhead and from the room that the boots report.
 */

import { AFTER_MAX, type Keyframe } from '../../../firmware-protocol/keyframe.ts';
import { nextBatchNumber } from '../../../firmware-protocol/layout/frame.ts';
import { type Milliseconds, milliseconds } from '../../../firmware-protocol/quantities.ts';
import type { Status } from '../../../firmware-protocol/status.ts';
import { allLegsAlike, type Batch, keyframesPerWrite } from '../../../firmware-protocol/timeline.ts';
import type { Cut } from '../cut.ts';

interface SentBatch {
  readonly number: number;
  /** Index in `SendQueue.keyframes` of the batch's first keyframe; if a cut replaced that keyframe, of the cut's first. */
  readonly first: number;
  readonly count: number;
  /** Playhead time from which the batch replaces the timeline; null if it only appends. */
  readonly replaced: Milliseconds | null;
}

export interface SendQueue {
  readonly keyframes: readonly Keyframe[];
  /** Index in `keyframes` of the last cut's first keyframe. */
  readonly cutAt: number;
  /** Index in `keyframes` of the keyframe to send next. */
  readonly cursor: number;
  /** Playhead time from which the next batch replaces the timeline, unless its first keyframe is earlier; null if it only appends. */
  readonly replaceFrom: Milliseconds | null;
  /** Largest number of keyframes that the pending replace can free at the boots. */
  readonly reclaim: number;
  readonly sent: readonly SentBatch[];
  readonly number: number;
}

export interface FeedRules {
  /** Keyframes further ahead of the playhead than this are not sent yet; Infinity = no limit but the boots' memory. */
  readonly lead: Milliseconds;
  /**
   * If the boots hold keyframes for less time ahead of the playhead than this, even a small batch is written. Counts only
   * with a finite `lead`.
   */
  readonly least: Milliseconds;
  /** Payload of one write, bytes. */
  readonly payload: number;
  readonly hub: boolean;
  readonly capacity: number;
  readonly token: number;
}

export const emptyQueue = (nextBatch: number): SendQueue => ({
  keyframes: [],
  cutAt: 0,
  cursor: 0,
  replaceFrom: null,
  reclaim: 0,
  sent: [],
  number: nextBatch,
});

/** If keyframes at or after the cut's `from` were sent before, the next batch replaces them. */
export function withCut(queue: SendQueue, { keyframes, from }: Cut): SendQueue {
  const kept = queue.keyframes.filter(({ at }) => at < from);
  const tooMuch = queue.cursor - kept.length;
  return {
    ...queue,
    keyframes: [...kept, ...keyframes],
    cutAt: kept.length,
    cursor: Math.min(queue.cursor, kept.length),
    replaceFrom: tooMuch > 0 ? from : queue.replaceFrom,
    reclaim: Math.max(0, tooMuch),
    sent: queue.sent.map((batch) => ({ ...batch, first: Math.min(batch.first, kept.length) })),
  };
}

/**
 * The queue for boots that already hold a part of a script: sending begins after the last keyframe that they hold. If they
 * are paused or stopped, a keyframe exactly at the playhead counts as not played yet.
 */
export function adoptedQueue(
  script: readonly Keyframe[],
  { playhead, held, nextBatch, therapy }: Pick<Status, 'playhead' | 'held' | 'nextBatch' | 'therapy'>,
): SendQueue {
  const next = script.findIndex(({ at }) => at > playhead || (at === playhead && therapy !== 'running'));
  const cursor = next < 0 ? script.length : Math.min(script.length, next + held);
  return { ...emptyQueue(nextBatch), keyframes: script, cursor };
}

/** Whether a batch that the boots have not accepted yet, or the next batch, replaces keyframes that were sent before. */
export const hasReplace = ({ replaceFrom, sent }: SendQueue): boolean =>
  replaceFrom !== null || sent.some(({ replaced }) => replaced !== null);

/** Whether the boots have accepted all that was sent of the last cut, and at least its first keyframe was sent. */
export const isCutAccepted = (queue: SendQueue): boolean =>
  queue.cursor > queue.cutAt && !queue.sent.some(({ first, count }) => first + count > queue.cutAt);

/**
 * The queue after a cut that failed, or if nobody knows what the boots hold: nothing is sent until the next cut. `keyframes`
 * counts as sent, so that the next cut replaces them.
 */
export const withoutUnsent = (queue: SendQueue, nextBatch: number): SendQueue => ({
  ...queue,
  cursor: queue.keyframes.length,
  replaceFrom: null,
  reclaim: 0,
  sent: [],
  number: nextBatch,
});

const isAfter = (number: number, reference: number): boolean => (number - reference + 65535) % 65535 < 32768;

/**
 * Drops the sent batches that the boots have accepted. @returns the same object if there are none @param nextBatch the batch
 * number that the boots expect next
 */
export function withoutAccepted(queue: SendQueue, nextBatch: number): SendQueue {
  const sent = queue.sent.filter(({ number }) => isAfter(number, nextBatch));
  if (sent.length === queue.sent.length) return queue;
  const taken = queue.sent.filter((batch) => !sent.includes(batch));
  return { ...queue, sent, reclaim: taken.some(({ replaced }) => replaced !== null) ? 0 : queue.reclaim };
}

/** The queue after a batch for which the boots had no room: it does not count on the room that a replace would free. */
export const withoutReclaim = (queue: SendQueue): SendQueue => ({ ...queue, reclaim: 0 });

/** Rewinds to batch number `nextBatch`, because the boots have accepted nothing from there on. */
export function rewind(queue: SendQueue, nextBatch: number): SendQueue {
  const first = queue.sent[0];
  if (!first) return { ...queue, number: nextBatch };
  return {
    ...queue,
    cursor: Math.min(queue.cursor, first.first),
    replaceFrom: queue.sent.find(({ replaced }) => replaced !== null)?.replaced ?? queue.replaceFrom,
    sent: [],
    number: nextBatch,
  };
}

/**
 * Index after the last keyframe, from the cursor on, that may go into a batch with this base.
 * @param horizon playhead time of the furthest keyframe that is due, ms
 * @param most largest number of keyframes in the batch
 */
function endOfDue(queue: SendQueue, base: Milliseconds, horizon: number, most: number): number {
  let end = queue.cursor;
  while (end < queue.keyframes.length && end - queue.cursor < most) {
    const keyframe = queue.keyframes[end];
    if (!keyframe || keyframe.at > horizon || keyframe.at - base > AFTER_MAX) break;
    end++;
  }
  return end;
}

/** @returns the batch to write now, and the queue after that; null if nothing is due */
export function nextBatch(
  queue: SendQueue,
  status: Pick<Status, 'free' | 'held'>,
  playhead: Milliseconds,
  rules: FeedRules,
): { readonly batch: Batch; readonly queue: SendQueue } | null {
  const first = queue.keyframes[queue.cursor];
  if (!first) return null;
  const outstanding = queue.sent.reduce((sum, { count }) => sum + count, 0);
  // Keyframes that were played take no room, so a replace cannot free them.
  const credit = status.free + Math.min(queue.reclaim, status.held + outstanding) - outstanding;
  if (credit < 1) return null;
  // Keyframes that were sent before a cut and not accepted are sent again together with the cut, so the base is the earlier of the two.
  const base = milliseconds(Math.min(queue.replaceFrom ?? first.at, first.at));
  const zones = first.targets.length;
  const narrow = endOfDue(
    queue,
    base,
    playhead + rules.lead,
    Math.min(credit, keyframesPerWrite(rules.payload, zones)),
  );
  let end = narrow;
  let listed = zones;
  if (rules.hub) {
    const wide = endOfDue(
      queue,
      base,
      playhead + rules.lead,
      Math.min(credit, keyframesPerWrite(rules.payload, zones / 2)),
    );
    if (allLegsAlike(queue.keyframes.slice(queue.cursor, wide))) {
      end = wide;
      listed = zones / 2;
    }
  }
  const count = end - queue.cursor;
  if (count < 1) return null;
  const next = queue.keyframes[end];
  const reachesNoFurther = next !== undefined && next.at - base > AFTER_MAX;
  if (
    queue.replaceFrom === null &&
    !reachesNoFurther &&
    !worthWriting(queue, count, playhead, rules, listed)
  ) {
    return null;
  }
  const batch: Batch = {
    number: queue.number,
    token: rules.token,
    replace: queue.replaceFrom !== null,
    base,
    keyframes: queue.keyframes.slice(queue.cursor, end),
  };
  const sent: SentBatch = {
    number: queue.number,
    first: queue.cursor,
    count,
    replaced: queue.replaceFrom === null ? null : base,
  };
  return {
    batch,
    queue: {
      ...queue,
      cursor: end,
      replaceFrom: null,
      sent: [...queue.sent, sent],
      number: nextBatchNumber(queue.number),
    },
  };
}

/**
 * Whether `count` keyframes are worth a write now. Small batches waste time on the radio, so a batch waits until it fills a
 * write or half of the boots' memory, or holds all that is left to send. With a finite `lead`, it also does not wait if the
 * keyframes sent so far reach less than `least`, or less than half of `lead`, ahead of the playhead.
 * @param listed number of targets in each keyframe of the batch
 */
function worthWriting(
  queue: SendQueue,
  count: number,
  playhead: number,
  rules: FeedRules,
  listed: number,
): boolean {
  const rest = queue.keyframes.length - queue.cursor;
  const good = Math.min(
    rest,
    keyframesPerWrite(rules.payload, listed),
    Math.max(1, Math.floor(rules.capacity / 2)),
  );
  if (count >= good) return true;
  const lastSent = queue.keyframes[queue.cursor - 1];
  const reach = lastSent ? lastSent.at - playhead : 0;
  return Number.isFinite(rules.lead) && reach < Math.max(rules.lead / 2, rules.least);
}
