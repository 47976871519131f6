/**
 * Decides which batch to write next so that the boots stay fed. Pure. What is due follows from the playhead
 * and the credit the boots report, never from how often this is called.
 */

import { AFTER_MAX, type Keyframe } from '../../../firmware-protocol/keyframe.ts';
import { nextBatchNumber } from '../../../firmware-protocol/layout/frame.ts';
import { type Milliseconds, milliseconds } from '../../../firmware-protocol/quantities.ts';
import type { Status } from '../../../firmware-protocol/status.ts';
import { allLegsAlike, type Batch, keyframesPerWrite } from '../../../firmware-protocol/timeline.ts';
import type { Cut } from '../cut.ts';

interface Sent {
  readonly number: number;
  /** Index in `queue` of the batch's first keyframe. */
  readonly first: number;
  readonly count: number;
  /** From where the batch replaces the timeline; null if it only appends. */
  readonly replaced: Milliseconds | null;
}

export interface Lead {
  /** The whole timeline as intended. */
  readonly queue: readonly Keyframe[];
  /** Index in `queue` of the last cut's first keyframe. */
  readonly cutAt: number;
  /** Index in `queue` of the first keyframe not yet sent. */
  readonly cursor: number;
  readonly replaceFrom: Milliseconds | null;
  /** Number of keyframes the boots hold that the pending replace will free. */
  readonly reclaim: number;
  readonly sent: readonly Sent[];
  readonly number: number;
}

export interface LeadRules {
  /** How far ahead of the playhead to keep the boots; Infinity = as far as their memory allows. */
  readonly lead: Milliseconds;
  /** Payload of one write, bytes. */
  readonly payload: number;
  readonly hub: boolean;
  readonly capacity: number;
  readonly token: number;
}

export const nothingSent = (nextBatch: number): Lead => ({
  queue: [],
  cutAt: 0,
  cursor: 0,
  replaceFrom: null,
  reclaim: 0,
  sent: [],
  number: nextBatch,
});

/** Applies a cut. If keyframes at or after its `from` were sent before, the next batch replaces them. */
export function cutLead(lead: Lead, { keyframes, from }: Cut): Lead {
  const kept = lead.queue.filter(({ at }) => at < from);
  const tooMuch = lead.cursor - kept.length;
  return {
    ...lead,
    queue: [...kept, ...keyframes],
    cutAt: kept.length,
    cursor: Math.min(lead.cursor, kept.length),
    replaceFrom: tooMuch > 0 ? from : lead.replaceFrom,
    reclaim: Math.max(0, tooMuch),
    sent: lead.sent.map((batch) => ({ ...batch, first: Math.min(batch.first, kept.length) })),
  };
}

/**
 * The lead for boots that already hold part of a script: sending starts after the last keyframe they hold.
 * Until they run, a keyframe exactly at the playhead has not been played.
 */
export function adopted(
  script: readonly Keyframe[],
  { playhead, held, nextBatch, therapy }: Pick<Status, 'playhead' | 'held' | 'nextBatch' | 'therapy'>,
): Lead {
  const next = script.findIndex(({ at }) => at > playhead || (at === playhead && therapy !== 'running'));
  const cursor = next < 0 ? script.length : Math.min(script.length, next + held);
  return { ...nothingSent(nextBatch), queue: script, cursor };
}

/** Whether a batch in flight, or the next one due, drops keyframes sent before. */
export const replaces = ({ replaceFrom, sent }: Lead): boolean =>
  replaceFrom !== null || sent.some(({ replaced }) => replaced !== null);

/** Whether the boots have accepted the first keyframe of the last cut. */
export const cutTaken = (lead: Lead): boolean =>
  lead.cursor > lead.cutAt && !lead.sent.some(({ first, count }) => first + count > lead.cutAt);

/** After a cut that came too late: the boots keep what they hold, so the next cut must replace. */
export const cutMissed = (lead: Lead, nextBatch: number): Lead => ({
  ...lead,
  cursor: lead.queue.length,
  replaceFrom: null,
  reclaim: 0,
  sent: [],
  number: nextBatch,
});

const isAfter = (number: number, reference: number): boolean => (number - reference + 65535) % 65535 < 32768;

/** Removes the batches that the boots have accepted. */
export function acknowledged(lead: Lead, nextBatch: number): Lead {
  const sent = lead.sent.filter(({ number }) => isAfter(number, nextBatch));
  if (sent.length === lead.sent.length) return lead;
  const taken = lead.sent.filter((batch) => !sent.includes(batch));
  return { ...lead, sent, reclaim: taken.some(({ replaced }) => replaced !== null) ? 0 : lead.reclaim };
}

/** The boots had less room than expected: stop counting on what a replace would free. */
export const cramped = (lead: Lead): Lead => ({ ...lead, reclaim: 0 });

/** Rewinds to `nextBatch`: the boots accepted nothing from there on. */
export function rewound(lead: Lead, nextBatch: number): Lead {
  const first = lead.sent[0];
  if (!first) return { ...lead, number: nextBatch };
  return {
    ...lead,
    cursor: Math.min(lead.cursor, first.first),
    replaceFrom: lead.sent.find(({ replaced }) => replaced !== null)?.replaced ?? lead.replaceFrom,
    sent: [],
    number: nextBatch,
  };
}

/** Index after the last keyframe that may go into a batch with this base, starting at the cursor. */
function endOfDue(lead: Lead, base: Milliseconds, horizon: number, most: number): number {
  let end = lead.cursor;
  while (end < lead.queue.length && end - lead.cursor < most) {
    const keyframe = lead.queue[end];
    if (!keyframe || keyframe.at > horizon || keyframe.at - base > AFTER_MAX) break;
    end++;
  }
  return end;
}

/** @returns the batch to write now and the lead after it, or null if nothing is due */
export function nextBatch(
  lead: Lead,
  status: Pick<Status, 'free' | 'held'>,
  playhead: Milliseconds,
  rules: LeadRules,
): { readonly batch: Batch; readonly lead: Lead } | null {
  const first = lead.queue[lead.cursor];
  if (!first) return null;
  const outstanding = lead.sent.reduce((sum, { count }) => sum + count, 0);
  // Keyframes already played occupy no room, so a replace cannot free them.
  const credit = status.free + Math.min(lead.reclaim, status.held + outstanding) - outstanding;
  if (credit < 1) return null;
  // Keyframes sent before a cut but not accepted are sent again with it, so the batch starts at the
  // earlier of the two.
  const base = milliseconds(Math.min(lead.replaceFrom ?? first.at, first.at));
  const zones = first.targets.length;
  const narrow = endOfDue(
    lead,
    base,
    playhead + rules.lead,
    Math.min(credit, keyframesPerWrite(rules.payload, zones)),
  );
  let end = narrow;
  let listed = zones;
  if (rules.hub) {
    const wide = endOfDue(
      lead,
      base,
      playhead + rules.lead,
      Math.min(credit, keyframesPerWrite(rules.payload, zones / 2)),
    );
    if (allLegsAlike(lead.queue.slice(lead.cursor, wide))) {
      end = wide;
      listed = zones / 2;
    }
  }
  const count = end - lead.cursor;
  if (count < 1) return null;
  const next = lead.queue[end];
  const reachesNoFurther = next !== undefined && next.at - base > AFTER_MAX;
  if (lead.replaceFrom === null && !reachesNoFurther && !worthWriting(lead, count, playhead, rules, listed)) {
    return null;
  }
  const batch: Batch = {
    number: lead.number,
    token: rules.token,
    replace: lead.replaceFrom !== null,
    base,
    keyframes: lead.queue.slice(lead.cursor, end),
  };
  const sent: Sent = {
    number: lead.number,
    first: lead.cursor,
    count,
    replaced: lead.replaceFrom === null ? null : base,
  };
  return {
    batch,
    lead: {
      ...lead,
      cursor: end,
      replaceFrom: null,
      sent: [...lead.sent, sent],
      number: nextBatchNumber(lead.number),
    },
  };
}

/**
 * Small batches waste air time: wait until a write is well filled, unless the boots' lead has fallen to half
 * or nothing more is coming.
 * @param listed number of targets in each keyframe of the batch
 */
function worthWriting(
  lead: Lead,
  count: number,
  playhead: number,
  rules: LeadRules,
  listed: number,
): boolean {
  const rest = lead.queue.length - lead.cursor;
  const good = Math.min(
    rest,
    keyframesPerWrite(rules.payload, listed),
    Math.max(1, Math.floor(rules.capacity / 2)),
  );
  if (count >= good) return true;
  const lastSent = lead.queue[lead.cursor - 1];
  const reach = lastSent ? lastSent.at - playhead : 0;
  return Number.isFinite(rules.lead) && reach < rules.lead / 2;
}
