/**
 * Where a Stop stands, from the wish until the air is out; and an end that the boots came to by themselves, from its emptying on. Pure:
 * what is heard and measured goes in, where it stands comes out. What follows from that is in emptying.ts.
 */

import { opCodes } from '../../firmware-protocol/command.ts';
import { limits } from '../../firmware-protocol/limits.ts';
import { elapsed, type Instant } from '../../firmware-protocol/quantities.ts';
import type { Status } from '../../firmware-protocol/status.ts';
import { type FullZone, isFalling, isFullFor } from './full-zones.ts';

/** All in ms. */
const UNCONFIRMED = 1000;
/** A status under way as the boots obeyed says what was before. */
const UNDER_WAY = 1000;
/** Boots that let go fall by then, and are empty by then. */
const FALLING = 2000;
const EMPTY = limits.emptying.byDefault * 1000;
const AGAIN = { unheard: 300, heard: 1000 } as const;
/** So many frames without an outcome: more would only wait in a queue, and what asks how the boots are behind them. */
const MOST_UNDER_WAY = 3;

interface Known {
  /** A session had begun: there is an end to be told. */
  readonly ran: boolean;
  /** The last frame, and how many have no outcome yet; null = none was sent: the boots stopped by themselves. */
  readonly sent: { readonly at: Instant; readonly underWay: number } | null;
}

interface Heard extends Known {
  /** When it was heard, or the boots stopped by themselves. */
  readonly since: Instant;
  /** The boots have said since then that they have stopped. */
  readonly confirmed: boolean;
}

/** Which of all their zones do not let go. */
interface Stuck extends Heard {
  readonly zones: readonly number[];
}

export type Unheard = Known & {
  readonly kind: 'asked' | 'notHeard';
  /** When it was first asked for. */
  readonly since: Instant;
};

export type Stopping =
  /** Sent; *not heard*: for so long that the person is told. */
  | Unheard
  /** Heard: the air is on its way out, as far as is known. */
  | ({ readonly kind: 'emptying' } & Heard)
  /** The boots answered that they stop, and say that they go on. */
  | ({ readonly kind: 'disobeyed' } & Heard)
  /** Zones stand as they stood, or still do after the longest that emptying takes. */
  | ({ readonly kind: 'notFalling' | 'notEmpty' } & Stuck);

/** The air is out; or everything that is measured is empty and the rest is not known, and will not be. */
export type Over = 'out' | 'notKnown';

export const asked = (now: Instant, ran: boolean): Stopping => ({
  kind: 'asked',
  since: now,
  ran,
  sent: null,
});

/** Nobody asked for it. @param confirmed the boots say that they have stopped */
export const lettingGo = (now: Instant, ran: boolean, confirmed: boolean): Stopping => ({
  kind: 'emptying',
  since: now,
  ran,
  sent: null,
  confirmed,
});

export const isUnheard = (stopping: Stopping | null): stopping is Unheard =>
  stopping?.kind === 'asked' || stopping?.kind === 'notHeard';

/** Nobody asked for it, and nothing is wrong so far. */
export const isByItself = (stopping: Stopping | null): boolean =>
  stopping?.kind === 'emptying' && stopping.sent === null;

export const unanswered = (stopping: Stopping, now: Instant): Stopping =>
  isUnheard(stopping)
    ? { ...stopping, kind: 'notHeard' }
    : { kind: 'notHeard', since: now, ran: stopping.ran, sent: stopping.sent };

export function sent<S extends Stopping>(stopping: S, now: Instant): S {
  return { ...stopping, sent: { at: now, underWay: (stopping.sent?.underWay ?? 0) + 1 } };
}

/** What became of a frame is known. */
export function settled<S extends Stopping>(stopping: S): S {
  if (!stopping.sent) return stopping;
  const { at, underWay } = stopping.sent;
  return { ...stopping, sent: { at, underWay: Math.max(0, underWay - 1) } };
}

const emptying = ({ ran, sent }: Known, since: Instant, confirmed: boolean): Stopping => ({
  kind: 'emptying',
  since,
  ran,
  sent,
  confirmed,
});

/** The boots answer that they stop. Those that did so before and went on are believed only once their status says it. */
export const answered = (stopping: Stopping, now: Instant): Stopping =>
  isUnheard(stopping) ? emptying(stopping, now, false) : stopping;

/** Stop is what the boots did last; or they have been at rest for so long after it was sent that nothing older can move them. */
function hasHeard({ since }: Unheard, { lastOp, operation }: Status, now: Instant): boolean {
  if (lastOp === opCodes.stop) return true;
  const rests = operation !== 'preparing' && operation !== 'ready';
  return rests && elapsed(since, now) >= UNCONFIRMED;
}

/** The boots say how they are. */
export function reported(stopping: Stopping, status: Status, now: Instant): Stopping {
  const confirmed = status.therapy === 'stopped';
  if (isUnheard(stopping)) {
    return confirmed && hasHeard(stopping, status, now) ? emptying(stopping, now, true) : stopping;
  }
  switch (stopping.kind) {
    case 'emptying':
      if (confirmed || elapsed(stopping.since, now) < UNDER_WAY) return { ...stopping, confirmed };
      return { ...stopping, kind: 'disobeyed', confirmed };
    case 'disobeyed':
      return confirmed ? emptying(stopping, now, true) : stopping;
    default:
      return stopping.confirmed === confirmed ? stopping : { ...stopping, confirmed };
  }
}

/** What is known of the air. */
export interface Air {
  /** Zones that are not empty; null = nothing is measured by now. */
  readonly full: readonly FullZone[] | null;
  /** All of it is known to be out. */
  readonly out: boolean;
}

/** Time has gone by, or something was measured. */
export function look(stopping: Stopping, { full, out }: Air, now: Instant): Stopping | Over {
  if (isUnheard(stopping)) {
    const late = stopping.kind === 'asked' && elapsed(stopping.since, now) > UNCONFIRMED;
    return late ? { ...stopping, kind: 'notHeard' } : stopping;
  }
  if (out && stopping.confirmed) return 'out';
  if (stopping.kind === 'notFalling' || stopping.kind === 'notEmpty') return stillStuck(stopping, full, now);
  const stuck = (full ?? []).filter((zone) => isStuck(zone, now));
  if (stuck.length > 0) return stuckIn(stopping, stuck, now);
  const isLate = stopping.kind === 'emptying' && elapsed(stopping.since, now) >= EMPTY;
  return isLate && (full ?? []).length === 0 ? 'notKnown' : stopping;
}

const isStuck = (zone: FullZone, now: Instant): boolean =>
  isFullFor(zone, EMPTY, now) || !isFalling(zone, FALLING, now);

/** What was said stays so until a zone is empty, though it falls by now; and while nothing is measured. */
function stillStuck(
  stopping: Extract<Stopping, { kind: 'notFalling' | 'notEmpty' }>,
  full: readonly FullZone[] | null,
  now: Instant,
): Stopping {
  if (full === null) return stopping;
  const still = full.filter((each) => stopping.zones.includes(each.zone) || isStuck(each, now));
  if (still.length > 0) return stuckIn(stopping, still, now);
  const { since, ran, sent, confirmed } = stopping;
  return { kind: confirmed ? 'emptying' : 'disobeyed', since, ran, sent, confirmed };
}

function stuckIn(stopping: Exclude<Stopping, Unheard>, stuck: readonly FullZone[], now: Instant): Stopping {
  const kind = stuck.some((zone) => isFullFor(zone, EMPTY, now)) ? 'notEmpty' : 'notFalling';
  const zones = stuck.map(({ zone }) => zone);
  if (stopping.kind === kind && 'zones' in stopping && stopping.zones.join() === zones.join())
    return stopping;
  const { since, ran, sent, confirmed } = stopping;
  return { kind, since, ran, sent, confirmed, zones };
}

/** It is time to say Stop again. */
export function isDue(stopping: Stopping, now: Instant): boolean {
  if (stopping.kind === 'emptying') return false;
  const { sent } = stopping;
  if (!sent) return true;
  const again = stopping.kind === 'notFalling' || stopping.kind === 'notEmpty' ? AGAIN.heard : AGAIN.unheard;
  return sent.underWay < MOST_UNDER_WAY && elapsed(sent.at, now) >= again;
}
