/**
 * Watches that the air goes out while the boots are to empty, and stays out while they should be empty. Runs after every event, so that
 * no code can forget to watch.
 */

import { elapsed } from '../../../firmware-protocol/quantities.ts';
import { addNotice, dropNotices } from '../notices/notices.ts';
import { placesOf } from '../notices/trouble.ts';
import { emptyByThemselves, isEndedByBoots, isUnheard, stopping } from '../regions/stopping.ts';
import { isUnderWay, notBegun, nowEnded, type TherapyOf } from '../regions/therapy.ts';
import { hasBoots, type SessionState, type WithBoots } from '../state.ts';
import { type Step, step, withTherapy } from '../step.ts';
import { stopNow } from '../stop-now.ts';
import { advanceStopping } from './advance-stopping.ts';
import { airOut, isEmptied, pressuresSinceStop, recentPressures } from './air-out.ts';
import { fullZones } from './full-zones.ts';

/** @param before the state before the event that led to `state` */
export function watchAir(before: SessionState, state: SessionState): Step {
  return hasBoots(state) ? watched(hasBoots(before) ? before : null, state) : step(state);
}

function watched(before: WithBoots | null, state: WithBoots): Step<WithBoots> {
  const now = measured(before, begun(before, state));
  const known = now.emptied && before?.boots !== now.boots ? { ...now, emptied: false } : now;
  const emptied = isEmptied(known);
  return judged(emptied === known.emptied ? known : { ...known, emptied });
}

/**
 * Begins to watch boots that have stopped by themselves, or had stopped before this page opened them. Ends that watch if the boots run
 * again.
 */
function begun(before: WithBoots | null, state: WithBoots): WithBoots {
  const { status, stopping: from, therapy: now } = state;
  if (status.therapy !== 'stopped') {
    return isEndedByBoots(from) ? { ...state, stopping: stopping.move(from, 'the boots run', {}) } : state;
  }
  const isNew = before?.boots !== state.boots || before.status.therapy !== 'stopped';
  if (!isNew || from.kind !== 'none' || isUnderWay(now)) return state;
  return { ...state, stopping: emptyByThemselves(state.now, now.kind === 'ended', true) };
}

function isToBeEmpty({ stopping: state, therapy: now }: WithBoots): boolean {
  if (state.kind !== 'none') return !isUnheard(state);
  if (now.kind === 'preparing') return !hasSentStart(now);
  return now.kind === 'paused' || now.kind === 'idle' || now.kind === 'ended';
}

/** Whether the first fill may have begun. */
const hasSentStart = ({ step, before }: TherapyOf<'preparing'>): boolean =>
  step === 'starting' || (step === 'interrupted' && before === 'starting');

/** Updates which zones are measured full and since when; starts afresh after a time without recent measurements. */
function measured(before: WithBoots | null, state: WithBoots): WithBoots {
  if (!isToBeEmpty(state)) return state.fullZones.length === 0 ? state : { ...state, fullZones: [] };
  const pressures = recentPressures(state);
  if (!pressures) return state;
  const isFirst = !before || !isToBeEmpty(before) || !recentPressures({ ...before, now: state.now });
  if (!isFirst && state.telemetry === before.telemetry) return state;
  return { ...state, fullZones: fullZones(isFirst ? [] : state.fullZones, pressures, state.now) };
}

function judged(state: WithBoots): Step<WithBoots> {
  const { stopping: from, therapy: running, now, status } = state;
  if (from.kind === 'none' && !isToBeEmpty(state)) return step(state);
  const air = { full: pressuresSinceStop(state) && state.fullZones, out: airOut(state) === 'yes' };
  const watching =
    from.kind === 'none' ? emptyByThemselves(now, hasRun(running), status.therapy === 'stopped') : from;
  const stands = advanceStopping(watching, air, now);
  // A Stop that the boots have not heard is not over, even if the measurements show no air.
  const ending = from.kind === 'none' || isUnheard(from) ? null : from;
  if (stands === 'out') {
    return step(ending ? over(state, stopping.move(ending, 'the air is out', {}), ending.ran) : state);
  }
  if (stands === 'notKnown') {
    const unknown = (pressuresSinceStop(state) ?? []).flatMap((pressure, zone) =>
      pressure === null ? [zone] : [],
    );
    const said = { kind: 'airNotKnown', ...placesOf(state.boots, unknown) } as const;
    const after = ending
      ? over(state, stopping.move(ending, 'nothing more can be known', {}), ending.ran)
      : state;
    return step(addNotice(after, said));
  }
  if (stands.kind === 'notFalling' || stands.kind === 'notEmpty') {
    const stuck = { ...state, stopping: stands };
    if (from.kind === stands.kind) return step(stuck);
    const isOff = from.kind === 'none' && running.kind === 'preparing';
    const full = placesOf(state.boots, stands.zones).places;
    return stopNow(isOff ? addNotice(stuck, { kind: 'notBegun', full }) : stuck);
  }
  return step(from.kind === 'none' ? state : { ...state, stopping: stands });
}

const hasRun = ({ kind }: WithBoots['therapy']): boolean => kind !== 'idle' && kind !== 'preparing';

/** A session that had not begun is not reported as ended. @param ran whether a session had begun */
function over(before: WithBoots, ended: WithBoots['stopping'], ran: boolean): WithBoots {
  const { therapy: running, status } = before;
  const state: WithBoots = { ...before, stopping: ended };
  switch (running.kind) {
    case 'idle':
    case 'ended':
      return state;
    case 'found':
      return withTherapy(state, nowEnded(running, status.endReason));
    default:
      break;
  }
  if (!ran) {
    const idle = withTherapy(state, notBegun(running));
    return isExplained(state) ? idle : addNotice(idle, { kind: 'notBegun' });
  }
  // Boots that were out of reach may not have begun the session. Then they report no reason for its end.
  if (status.therapy === 'stopped' && status.endReason === 'none') {
    // Stopping is over, and the notice that the boots are silent ends with it.
    const idle = dropNotices(withTherapy(state, notBegun(running)), 'silent');
    return isStoppedByPerson(state) ? idle : addNotice(idle, { kind: 'notBegun' });
  }
  return withTherapy(state, nowEnded(running, status.endReason));
}

const isStoppedByPerson = ({ stopPressedAt, begunAt }: WithBoots): boolean =>
  stopPressedAt !== null && (begunAt === null || elapsed(begunAt, stopPressedAt) >= 0);

/**
 * Whether a person stopped the session, or a notice says why the session did not begin. A notice that the link was lost does not say
 * why.
 */
const isExplained = (state: WithBoots): boolean =>
  isStoppedByPerson(state) || state.notices.some(({ kind }) => kind !== 'linkLost');
