/** The state machine of a session: (state, event) to (state, effects). Pure; time comes with the event. */

import { elapsed, milliseconds } from '../../firmware-protocol/quantities.ts';
import type { Side } from '../../firmware-protocol/zones.ts';
import type { OpenFailure } from '../boots/boots.ts';
import { believe } from './believe.ts';
import { redoLate, taken } from './changes.ts';
import type { SessionEvent } from './event.ts';
import { intend } from './intents.ts';
import { concluded } from './outcomes.ts';
import { type SessionState, shapeOf } from './state.ts';
import { andThen, ask, claimControl, enter, noticed, type Step, step, stopNow } from './step.ts';
import { tick } from './timing.ts';
import { isActive, type LinkState } from './view.ts';
import { fitted } from './wishes.ts';

/** Frames that make no sense may come in hundreds; the boots are asked how they are at most this often, ms. */
const ASK_AFTER_GARBLED = 500;

export function reduce(before: SessionState, event: SessionEvent): Step {
  const { state, effects } = answer({ ...before, now: event.now }, event);
  return { state: isOver(state) && !isOver(before) ? forgetful(state) : state, effects };
}

/** The session that high pressures were confirmed for, if they were. */
const isOver = ({ phase }: SessionState): boolean => phase === 'ended' || phase === 'found';
const forgetful = (state: SessionState): SessionState =>
  state.settings.confirmed ? { ...state, settings: { ...state.settings, confirmed: false } } : state;

function answer(state: SessionState, event: SessionEvent): Step {
  switch (event.kind) {
    case 'chosen':
      return step({ ...state, link: 'connecting' });
    case 'notChosen':
      return step({
        ...state,
        link: 'none',
        notice:
          event.reason === 'unavailable'
            ? { kind: 'noBluetooth' }
            : event.reason === 'cancelled'
              ? { kind: 'chooserCancelled' }
              : { kind: 'couldNotConnect', detail: event.detail },
      });
    case 'opened': {
      const { name, simulated, feature, pair } = event;
      const boots = { name, simulated, feature, pair, shape: shapeOf(feature, pair) };
      // A pair is not the boot that is half of it: what that one said last, or granted, is not of both.
      const unknown = { status: null, telemetry: null, token: 0 } as const;
      const opened = { ...state, ...unknown, link: 'connected', boots, notice: null } as const;
      return believe(fitted({ ...opened, askedAt: state.now }), event.status);
    }
    case 'openFailed':
      return step({ ...state, link: 'none', boots: null, notice: event.failure });
    case 'notAdded':
      return step(noticed(state, { kind: 'notAPair', detail: event.detail }));
    case 'link':
      return linked(state, event.state);
    case 'reopened':
      return event.failure ? notReopened(state, event.failure) : reopened(state);
    case 'status':
      return believe(state, event.status);
    case 'telemetry':
      return step({ ...state, telemetry: event.telemetry, measuredAt: state.now, heardAt: state.now });
    case 'garbled':
      return garbled(noticed(state, { kind: 'garbled', detail: event.detail }));
    case 'unstopped':
      return unstopped({ ...state, unstopped: event.sides }, event.sides);
    case 'outcome':
      return concluded(state, event.op, event.outcome);
    case 'feed':
      return fed(state, event);
    case 'tick':
      return tick(state);
    default:
      return intend(state, event);
  }
}

function linked(state: SessionState, link: LinkState): Step {
  if (!state.boots || link === state.link) return step(state);
  if (link === 'reconnecting') {
    const playingOn = isActive(state.phase) && state.phase !== 'preparing';
    // What was on its way may have arrived or not, and is not asked for again when the link is back.
    const halfway = state.phase === 'pausing' || state.phase === 'resuming';
    const now = halfway ? enter(state, 'unsure') : state;
    const lost = { ...now, link, preparing: null };
    // Whoever is to use their hands is told nothing less urgent.
    if (state.notice?.kind === 'stopNotConfirmed') return step(lost);
    return step(noticed(lost, { kind: 'linkLost', playingOn }));
  }
  if (link === 'connected') {
    const back = { ...state, link };
    const first = state.stopping ? stopNow(back) : step(back);
    return { state: first.state, effects: [...first.effects, { kind: 'reopen' }] };
  }
  return step({ ...state, link });
}

const garbled = (state: SessionState): Step =>
  elapsed(state.askedAt, state.now) < ASK_AFTER_GARBLED ? step(state) : ask(state);

/** A pair that stops one of its boots by itself says so only once that does not confirm it: from then on all is stopped. */
function unstopped(state: SessionState, sides: readonly Side[]): Step {
  if (sides.length === 0) return step(state);
  const said = noticed(state, { kind: 'stopNotConfirmed', sides });
  return state.stopping ? step(said) : stopNow(said);
}

/** Nothing is done with boots that cannot be read: they are looked for again. A Stop on its way goes first. */
function notReopened(state: SessionState, failure: OpenFailure): Step {
  if (state.stopping || state.link !== 'connected') return step(state);
  return step(noticed(state, failure), { kind: 'abandonLink', reason: failure.kind });
}

/** The boots' state has been read; nothing is replayed. A wish to stop still stands. */
function reopened(state: SessionState): Step {
  const calm = state.notice?.kind === 'linkLost' ? { ...state, notice: null } : state;
  if (state.stopping) return stopNow(calm);
  if (!isActive(state.phase) || state.phase === 'found') return step(calm);
  if (state.phase === 'preparing') return stopNow(noticed(calm, { kind: 'notBegun' }));
  return claimControl(calm);
}

function fed(state: SessionState, { event }: Extract<SessionEvent, { kind: 'feed' }>): Step {
  switch (event.kind) {
    case 'late':
      return redoLate(state);
    case 'refused':
      return andThen(
        step(noticed(state, { kind: 'refused', command: 'timeline', reason: event.reason })),
        (next) => stopNow(next),
      );
    case 'inForce':
      return state.phase === 'resuming' && state.running?.change?.kind === 'resume'
        ? step(
            { ...taken(state), spokenAt: state.now },
            { kind: 'command', request: { op: 'resume', at: milliseconds(0) } },
          )
        : step(taken(state));
  }
}
