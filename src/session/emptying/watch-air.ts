/**
 * Watches that the air goes out: after each Stop, after boots have ended by themselves, and for as long as they should be empty. It runs
 * after every event, so that no code path can forget it.
 */

import { elapsed } from '../../../firmware-protocol/quantities.ts';
import { addNotice, dropNotices } from '../notices/notices.ts';
import { placesOf } from '../notices/trouble.ts';
import { endedByBoots, isUnheard, lettingGo, stopping } from '../regions/stopping.ts';
import { isUnderWay, therapy } from '../regions/therapy.ts';
import { isTogether, type SessionState, type Together } from '../state.ts';
import { type Step, step, withTherapy } from '../step.ts';
import { stopNow } from '../stop-now.ts';
import { airOut, isEmptied, measuredNow, measuredOfLate } from './air-out.ts';
import { fullZones } from './full-zones.ts';
import { look } from './look.ts';

/** @param before the event that led to `state` */
export function watchAir(before: SessionState, state: SessionState): Step {
  return isTogether(state) ? watched(isTogether(before) ? before : null, state) : step(state);
}

function watched(before: Together | null, state: Together): Step<Together> {
  const now = measured(before, begun(before, state));
  const known = now.emptied && before?.boots !== now.boots ? { ...now, emptied: false } : now;
  const emptied = isEmptied(known);
  return judged(emptied === known.emptied ? known : { ...known, emptied });
}

/** The boots have stopped by themselves, or had stopped before this page opened them. */
function begun(before: Together | null, state: Together): Together {
  const { status, stopping: from, therapy: now } = state;
  if (status.therapy !== 'stopped') {
    return endedByBoots(from) ? { ...state, stopping: stopping.move(from, 'the boots run', {}) } : state;
  }
  const isNew = before?.boots !== state.boots || before.status.therapy !== 'stopped';
  if (!isNew || from.kind !== 'none' || isUnderWay(now)) return state;
  return { ...state, stopping: lettingGo(state.now, now.kind === 'ended', true) };
}

/** Whether the boots should be empty now. */
const isToBeEmpty = ({ stopping: state, therapy: { kind } }: Together): boolean =>
  state.kind === 'none' ? kind === 'paused' || kind === 'idle' || kind === 'ended' : !isUnheard(state);

/** Tracks how long zones have been full, starting from the previous measurement. */
function measured(before: Together | null, state: Together): Together {
  if (!isToBeEmpty(state)) return state.full.length === 0 ? state : { ...state, full: [] };
  const pressures = measuredOfLate(state);
  if (!pressures) return state;
  const isFirst = !before || !isToBeEmpty(before) || !measuredOfLate({ ...before, now: state.now });
  if (!isFirst && state.telemetry === before.telemetry) return state;
  return { ...state, full: fullZones(isFirst ? [] : state.full, pressures, state.now) };
}

function judged(state: Together): Step<Together> {
  const { stopping: from, therapy: running, now, status } = state;
  if (from.kind === 'none' && !isToBeEmpty(state)) return step(state);
  const air = { full: measuredNow(state) && state.full, out: airOut(state) === 'yes' };
  const watching =
    from.kind === 'none' ? lettingGo(now, running.kind !== 'idle', status.therapy === 'stopped') : from;
  const stands = look(watching, air, now);
  if (stands === 'out') return step(from.kind === 'none' ? state : over(state, 'the air is out'));
  if (stands === 'notKnown') {
    const unknown = (measuredNow(state) ?? []).flatMap((pressure, zone) => (pressure === null ? [zone] : []));
    const said = { kind: 'airNotKnown', ...placesOf(state.boots, unknown) } as const;
    return step(addNotice(over(state, 'nothing more will be known'), said));
  }
  if (stands.kind === 'notFalling' || stands.kind === 'notEmpty') {
    const stuck = { ...state, stopping: stands };
    return from.kind === stands.kind ? step(stuck) : stopNow(stuck);
  }
  return step(from.kind === 'none' ? state : { ...state, stopping: stands });
}

/** The Stop, or the end, is over. A session that had not begun is not reported as ended. */
function over(before: Together, why: 'the air is out' | 'nothing more will be known'): Together {
  const { stopping: from, therapy: running, status } = before;
  // A Stop that was not confirmed is not over, whatever was measured.
  if (from.kind === 'none' || isUnheard(from)) return before;
  const { ran } = from;
  const state: Together = { ...before, stopping: stopping.move(from, why, {}) };
  switch (running.kind) {
    case 'idle':
    case 'ended':
      return state;
    case 'found':
      return withTherapy(
        state,
        therapy.move(running, 'the boots stopped', { reason: status.endReason, plan: null }),
      );
    default:
      break;
  }
  if (!ran) {
    const idle = withTherapy(state, therapy.move(running, 'it had not begun', {}));
    return isExplained(state) ? idle : addNotice(idle, { kind: 'notBegun' });
  }
  // Boots that were out of reach may never have begun the session; then they report no end of it.
  if (status.therapy === 'stopped' && status.endReason === 'none') {
    const idle = withTherapy(state, therapy.move(running, 'it had not begun', {}));
    // Then the notice that they were silent is redundant.
    return addNotice(dropNotices(idle, 'silent'), { kind: 'notBegun' });
  }
  const { plan } = running;
  return withTherapy(state, therapy.move(running, 'the boots stopped', { reason: status.endReason, plan }));
}

/** A person stopped it, or a notice says why it did not begin: that the link was lost does not. */
const isExplained = ({ stopPressedAt, begunAt, notices }: Together): boolean =>
  (stopPressedAt !== null && (begunAt === null || elapsed(begunAt, stopPressedAt) >= 0)) ||
  notices.some(({ kind }) => kind !== 'linkLost');
