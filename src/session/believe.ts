/** What the boots report is what is so: every status moves the session to where the boots say they are. */

import { milliseconds } from '../../firmware-protocol/quantities.ts';
import type { Status } from '../../firmware-protocol/status.ts';
import { catchUp } from './changes.ts';
import { follow } from './follow.ts';
import { noticed } from './notices.ts';
import type { SessionState } from './state.ts';
import { andThen, enter, type Step, step, stopNow } from './step.ts';
import { lettingGo, reported } from './stopping.ts';
import { faultNotice, warningNotice } from './trouble.ts';
import { isActive } from './view.ts';

export function believe(state: SessionState, status: Status): Step {
  const before = state.status;
  const { now } = state;
  const stopping = state.stopping && reported(state.stopping, status, now);
  const known = { ...state, status, statusAt: now, heardAt: now, stopping };
  if (before && before.bootCount !== status.bootCount) {
    const over = isActive(state.phase) && state.phase !== 'preparing' ? enter(known, 'ended') : known;
    const safe = over.phase === 'preparing' ? enter(over, 'idle') : over;
    const emptying = lettingGo(now, over.phase === 'ended', status.therapy === 'stopped');
    return step(noticed({ ...safe, stopping: emptying, token: 0 }, { kind: 'rebooted' }), {
      kind: 'endFeed',
    });
  }
  const told = tellTrouble(known, before, status);
  if (lostControl(told, status)) {
    return step(noticed({ ...enter(told, 'found'), token: 0 }, { kind: 'controlLost' }), {
      kind: 'endFeed',
    });
  }
  const moved = andThen(byTherapy(told, status), (next) =>
    next.phase === 'running' && state.phase !== 'running' ? catchUp(next) : step(next),
  );
  return andThen(moved, (next) => (isActive(next.phase) ? follow(next, status) : step(next)));
}

function tellTrouble(state: SessionState, before: Status | null, status: Status): SessionState {
  if (status.fault !== 'none' && status.fault !== before?.fault) {
    return noticed(state, faultNotice(state.boots, status));
  }
  if (status.warning !== 'none' && status.warning !== before?.warning && status.fault === 'none') {
    return noticed(state, warningNotice(state.boots, status));
  }
  if (isCalledOff(state, status) && status.fault === 'none') {
    const pressed = status.flags.buttonPressed && before?.flags.buttonPressed === false;
    return noticed(state, { kind: 'calledOff', by: pressed ? 'button' : 'unknown' });
  }
  return state;
}

const lostControl = (state: SessionState, status: Status): boolean =>
  isActive(state.phase) &&
  state.phase !== 'found' &&
  !state.stopping &&
  status.therapy !== 'stopped' &&
  status.holder !== 0 &&
  status.holder !== (state.token & 0xffff);

/** What the boots do is what is so, in every phase; only what is on its way to them, Stop above all, waits for what becomes of it. */
function byTherapy(state: SessionState, status: Status): Step {
  switch (status.therapy) {
    case 'running':
      return isRunning(state);
    case 'paused':
      return isPaused(state);
    case 'stopped':
      return hasStopped(state, status);
  }
}

/** A session that this page did not start, or has lost its script of, can only be stopped from here. */
const found = (state: SessionState): Step => step(enter(state, 'found'), { kind: 'endFeed' });

/** Before it says Start nothing of what this page prepares can be running; once the link was lost on the way it may. */
const isOthers = ({ preparing, running }: SessionState): boolean =>
  running === null || (preparing !== null && preparing !== 'starting');

function isRunning(state: SessionState): Step {
  switch (state.phase) {
    case 'preparing':
    case 'resuming':
    case 'paused':
    case 'unsure':
      return isOthers(state) ? found(state) : step(enter(state, 'running'));
    case 'idle':
    case 'ended':
      return found(state);
    default:
      return step(state);
  }
}

function isPaused(state: SessionState): Step {
  switch (state.phase) {
    case 'preparing':
    case 'running':
    case 'pausing':
    case 'unsure':
      return isOthers(state) ? found(state) : step(enter(state, 'paused'));
    case 'idle':
    case 'ended':
      return found(state);
    default:
      return step(state);
  }
}

function hasStopped(state: SessionState, status: Status): Step {
  switch (state.phase) {
    case 'running':
    case 'pausing':
    case 'paused':
    case 'resuming':
    case 'found':
      return step(enter(state, 'ended'), { kind: 'endFeed' });
    case 'unsure':
      // Nobody knows how far it got: made safe, and begun again by a person.
      return stopNow(noticed(state, { kind: 'silent' }));
    case 'preparing':
      return prepared(state, status);
    default:
      return step(state);
  }
}

/** From *zeroing* on the boots prepare or are ready; if they say otherwise somebody stopped them, or a fault did. */
const isCalledOff = ({ preparing }: SessionState, { therapy, operation }: Status): boolean =>
  therapy === 'stopped' &&
  (preparing === 'zeroing' || preparing === 'loading' || preparing === 'starting') &&
  operation !== 'preparing' &&
  operation !== 'ready';

/** The way from *prepare* to *start*, each step taken when the boots say that the one before is done. */
function prepared(state: SessionState, status: Status): Step {
  if (isCalledOff(state, status)) return step(enter(state, 'idle'), { kind: 'endFeed' });
  if (state.preparing === 'zeroing' && status.operation === 'ready' && state.running) {
    const { keyframes } = state.running.script;
    const loading: SessionState = {
      ...state,
      preparing: 'loading',
      since: state.now,
      running: { ...state.running, atMark: status },
    };
    return step(loading, { kind: 'beginFeed' }, { kind: 'cut', cut: { keyframes, from: status.playhead } });
  }
  if (state.preparing === 'loading' && status.held > 0) {
    return step(
      { ...state, preparing: 'starting', since: state.now, spokenAt: state.now },
      { kind: 'command', request: { op: 'start', at: milliseconds(0) } },
    );
  }
  return step(state);
}
