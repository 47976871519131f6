/** Does what is due: sends keep-alives, repeats Stop, reads the status of silent boots, gives up what takes too long. */

import { ALLOWANCE_TO_THE_END, SHORTEST_ALLOWANCE } from '../../../firmware-protocol/command.ts';
import { elapsed } from '../../../firmware-protocol/quantities.ts';
import { addNotice } from '../notices/notices.ts';
import { isStopDue, type UnderWay } from '../regions/stopping.ts';
import { nowUnsure, type TherapyOf } from '../regions/therapy.ts';
import { isSessionOn, type WithBoots } from '../state.ts';
import { andThen, readStatus, type Step, step, withTherapy } from '../step.ts';
import { stopNow } from '../stop-now.ts';

/** While stopping, a status is read if none came for the first of these times and none was read for the second, ms. */
const STATUS_EXPECTED_AFTER = 700;
const READ_INTERVAL_WHILE_STOPPING = 1000;
/** Time between keep-alives to boots that may play on to the end, ms. For other boots, it is a third of their allowance. */
const KEEP_ALIVE_PERIOD_TO_THE_END = 10_000;
/** Boots whose last status is older than this count as silent, ms. They must send one at least every second while a session is on. */
const SILENCE_LIMIT = 3000;
/**
 * Time between status reads, ms, if no Stop is under way: of boots that are silent in a session, and while it is unknown
 * whether Prepare, Start, Pause or Resume took effect.
 */
const READ_INTERVAL_WHEN_SILENT = 1500;
/** Time between status reads that only keep the link open, ms: boots drop a link on which nothing is sent for 120 s. */
const READ_INTERVAL_AT_REST = 30_000;
/**
 * Longest time that a step of preparing may take, ms. Zeroing the gauges takes 18 s at most, 10 s to empty and 8 s to zero, unless a
 * moving leg restarts it.
 */
const LONGEST_PREPARING_STEP = 20_000;
/**
 * Longest time that a session may be pausing or resuming, ms. After that, the outcome counts as unknown, because the page must not go
 * on saying that the air is going out. Pausing takes about a second; resuming takes a few, because the first cycle is sent before.
 */
const LONGEST_TRANSITION = { pausing: 3000, resuming: 10_000 };

export function onTick(state: WithBoots): Step<WithBoots> {
  if (state.stopping.kind !== 'none') return stillStopping(state, state.stopping);
  if (state.link.kind !== 'connected') return step(state);
  if (state.unread) return step({ ...state, unread: false }, { kind: 'reopen' });
  const from = state.therapy;
  // A start that a lost link interrupted is not timed here: preparing.ts decides by what the boots report once the link is back.
  const isAtAStep = from.kind === 'preparing' && from.step !== 'interrupted';
  if (isAtAStep && elapsed(from.since, state.now) > LONGEST_PREPARING_STEP) {
    // Boots that still report are not silent: they cannot zero their gauges, probably because the leg moves.
    const isHeard = from.step === 'zeroing' && elapsed(state.statusAt, state.now) <= SILENCE_LIMIT;
    return stopNow(
      addNotice(
        state,
        isHeard ? { kind: 'refused', command: 'prepare', reason: 'failed' } : { kind: 'silent' },
      ),
    );
  }
  if (isInTransition(from) && elapsed(from.since, state.now) > LONGEST_TRANSITION[from.kind]) {
    return readStatus(withTherapy(state, nowUnsure(from, from.kind === 'pausing' ? 'pause' : 'resume')));
  }
  return andThen(keepAlive(state), (next) => (isToReadStatus(next) ? readStatus(next) : step(next)));
}

const isInTransition = (from: WithBoots['therapy']): from is TherapyOf<'pausing'> | TherapyOf<'resuming'> =>
  from.kind === 'pausing' || from.kind === 'resuming';

/** Repeats Stop if that is due, and reads the status of silent boots, because the response to Stop may have been lost. */
function stillStopping(state: WithBoots, stopping: UnderWay): Step<WithBoots> {
  const { link, now, control } = state;
  if (link.kind !== 'connected') return step(state);
  // A Stop would withdraw the request for control on which the acknowledgement of a fault waits.
  const acknowledging = control.kind === 'asked' && control.to === 'acknowledge';
  const again = isStopDue(stopping, now) && !acknowledging ? stopNow(state) : step(state);
  const isSilent =
    elapsed(state.statusAt, now) > STATUS_EXPECTED_AFTER &&
    elapsed(state.statusReadAt, now) > READ_INTERVAL_WHILE_STOPPING;
  return isSilent ? andThen(again, readStatus) : again;
}

const keptAlive: readonly WithBoots['therapy']['kind'][] = [
  'preparing',
  'running',
  'pausing',
  'paused',
  'resuming',
];

function keepAlive(state: WithBoots): Step<WithBoots> {
  const { therapy: from, control, stopping } = state;
  if (control.kind === 'none' || stopping.kind !== 'none' || !keptAlive.includes(from.kind))
    return step(state);
  // The boots count by their Prepare, not by what the person has set since. If it is not known what an earlier page sent in Prepare, it
  // may have been the shortest allowance. Before Prepare, there is no allowance yet.
  const unknown = from.kind === 'preparing' ? ALLOWANCE_TO_THE_END : SHORTEST_ALLOWANCE;
  const allowance = state.allowance ?? unknown;
  const period = allowance === ALLOWANCE_TO_THE_END ? KEEP_ALIVE_PERIOD_TO_THE_END : (allowance * 1000) / 3;
  if (elapsed(state.lastSentAt, state.now) < period) return step(state);
  return step({ ...state, lastSentAt: state.now }, { kind: 'command', request: { op: 'keepAlive' } });
}

function isToReadStatus(state: WithBoots): boolean {
  const { statusReadAt, statusAt, therapy: from, now } = state;
  const asked = elapsed(statusReadAt, now);
  if (from.kind === 'unsure' && state.stopping.kind === 'none') return asked > READ_INTERVAL_WHEN_SILENT;
  // Nothing else is sent to boots at rest or in another's session, so a read must keep the link open.
  if (!isSessionOn(state) || from.kind === 'found') {
    if (asked > READ_INTERVAL_AT_REST) return true;
    if (from.kind !== 'found') return false;
  }
  return elapsed(statusAt, now) > SILENCE_LIMIT && asked > READ_INTERVAL_WHEN_SILENT;
}
