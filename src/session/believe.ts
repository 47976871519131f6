/** What the boots report is what is so: every status moves the session to where the boots say they are. */

import { opCodes } from '../../firmware-protocol/command.ts';
import { milliseconds } from '../../firmware-protocol/quantities.ts';
import type { Status } from '../../firmware-protocol/status.ts';
import { catchUp } from './changes.ts';
import { follow } from './follow.ts';
import type { SessionState } from './state.ts';
import { andThen, enter, noticed, type Step, step, stopNow, stopObeyed } from './step.ts';
import { faultNotice, warningNotice } from './trouble.ts';
import { isActive } from './view.ts';

export function believe(state: SessionState, status: Status): Step {
  const before = state.status;
  // Measurements are promised from here on (PROTOCOL.md 6.1): none is old yet.
  const begins = (before?.therapy ?? 'stopped') === 'stopped' && status.therapy !== 'stopped';
  const measuredAt = begins ? state.now : state.measuredAt;
  const known = { ...state, status, statusAt: state.now, heardAt: state.now, measuredAt };
  if (before && before.bootCount !== status.bootCount) {
    const over = isActive(state.phase) && state.phase !== 'preparing' ? enter(known, 'ended') : known;
    const safe = over.phase === 'preparing' ? enter(over, 'idle') : over;
    return step(noticed({ ...safe, stopping: null, token: 0 }, { kind: 'rebooted' }), { kind: 'endFeed' });
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

function byTherapy(state: SessionState, status: Status): Step {
  switch (status.therapy) {
    case 'running':
      return isRunning(state);
    case 'paused':
      return ['running', 'pausing', 'unsure'].includes(state.phase)
        ? step(enter(state, 'paused'))
        : found(state);
    case 'stopped':
      return hasStopped(state, status);
  }
}

/** A session that this page did not start, or has lost its script of, can only be stopped from here. */
const found = (state: SessionState): Step =>
  isActive(state.phase) ? step(state) : step(enter(state, 'found'));

function isRunning(state: SessionState): Step {
  if (state.phase === 'preparing' || state.phase === 'resuming' || state.phase === 'unsure') {
    return state.running ? step(enter(state, 'running')) : step(enter(state, 'found'));
  }
  return found(state);
}

function hasStopped(state: SessionState, status: Status): Step {
  switch (state.phase) {
    case 'running':
    case 'pausing':
    case 'paused':
    case 'resuming':
    case 'found':
      return step({ ...enter(state, 'ended'), stopping: null }, { kind: 'endFeed' });
    case 'stopping':
      return stoppedFor(state, status);
    case 'unsure':
      // Nobody knows how far it got: made safe, and begun again by a person.
      return stopNow(noticed(state, { kind: 'silent' }));
    case 'preparing':
      return prepared(state, status);
    default:
      return step(state);
  }
}

/** Stop counts as obeyed once it is answered, or once it is what the stopped boots say they did last. */
function stoppedFor(state: SessionState, status: Status): Step {
  if (state.stopping && status.lastOp !== opCodes.stop) return step(state);
  const obeyed = stopObeyed(state);
  if (obeyed.phase !== 'stopping') return step(obeyed, { kind: 'endFeed' });
  // Boots that nobody could ask for a while need not have begun what they were told: then they name no end of it.
  const begun = status.endReason !== 'none';
  const over = begun ? enter(obeyed, 'ended') : noticed(enter(obeyed, 'idle'), { kind: 'notBegun' });
  return step(over, { kind: 'endFeed' });
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
