/**
 * Watches that the air goes out: after each Stop, after an end that the boots came to by themselves, and for as long as they are to
 * be empty. Looks after every event, so that nothing which stops can forget it.
 */

import { airOut, isEmptied, measuredNow, measuredOfLate } from './air-out.ts';
import { fullZones } from './full-zones.ts';
import { noticed, without } from './notices.ts';
import type { SessionState } from './state.ts';
import { enter, type Step, step, stopNow } from './step.ts';
import { isByItself, isUnheard, lettingGo, look } from './stopping.ts';
import { placesOf } from './trouble.ts';
import { isActive } from './view.ts';

/** @param before the event that led to `state` */
export function watchAir(before: SessionState, state: SessionState): Step {
  const now = measured(before, begun(before, state));
  const emptied = now.emptied && before.boots === now.boots;
  return judged({ ...now, emptied: isEmptied({ ...now, emptied }) });
}

/** The boots have stopped by themselves, or are those of somebody who did. */
function begun(before: SessionState, state: SessionState): SessionState {
  const { status, stopping, phase } = state;
  if (!status) return state;
  if (status.therapy !== 'stopped') return isByItself(stopping) ? { ...state, stopping: null } : state;
  const isNew = before.boots !== state.boots || before.status?.therapy !== 'stopped';
  if (!isNew || stopping || isActive(phase)) return state;
  return { ...state, stopping: lettingGo(state.now, phase === 'ended', true) };
}

/** Nothing is asked of the boots but to be empty. */
const isToBeEmpty = ({ stopping, phase }: SessionState): boolean =>
  stopping ? !isUnheard(stopping) : phase === 'paused' || phase === 'idle' || phase === 'ended';

/** Counts for how long zones have been full, from the last that was measured before. */
function measured(before: SessionState, state: SessionState): SessionState {
  if (!isToBeEmpty(state)) return state.full.length === 0 ? state : { ...state, full: [] };
  const pressures = measuredOfLate(state);
  if (!pressures) return state;
  const isFirst = !isToBeEmpty(before) || !measuredOfLate({ ...before, now: state.now });
  if (!isFirst && state.telemetry === before.telemetry) return state;
  return { ...state, full: fullZones(isFirst ? [] : state.full, pressures, state.now) };
}

function judged(state: SessionState): Step {
  const { stopping, phase, now, status } = state;
  if (!stopping && !isToBeEmpty(state)) return step(state);
  const air = { full: measuredNow(state) && state.full, out: airOut(state) === 'yes' };
  const usual = lettingGo(now, phase !== 'idle', status?.therapy === 'stopped');
  const stands = look(stopping ?? usual, air, now);
  if (stands === 'out') return step(stopping ? over(state) : state);
  if (stands === 'notKnown') {
    const unknown = (measuredNow(state) ?? []).flatMap((pressure, zone) => (pressure === null ? [zone] : []));
    const said = { kind: 'airNotKnown', ...placesOf(state.boots, unknown) } as const;
    return step(noticed(over(state), said));
  }
  if (stands.kind === 'notFalling' || stands.kind === 'notEmpty') {
    const stuck = { ...state, stopping: stands };
    return stopping?.kind === stands.kind ? step(stuck) : stopNow(enter(stuck, 'stopping'));
  }
  return step(stopping ? { ...state, stopping: stands } : state);
}

/** What had not begun is not said to have ended. */
function over(state: SessionState): SessionState {
  const calm = { ...state, stopping: null };
  if (state.phase !== 'stopping') return calm;
  if (!state.stopping?.ran) return enter(calm, 'idle');
  // Boots that nobody could ask for a while need not have begun what they were told: then they name no end of it.
  const { status } = state;
  const notBegun = status?.therapy === 'stopped' && status.endReason === 'none';
  if (!notBegun) return enter(calm, 'ended');
  // It says why they were silent, too.
  return noticed(without(enter(calm, 'idle'), 'silent'), { kind: 'notBegun' });
}
