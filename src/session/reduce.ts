/** The state machine of a session: (state, event) to (state, effects). Pure; time comes with the event. */

import { PROTOCOL_MAJOR, PROTOCOL_MINOR } from '../../firmware-protocol/profile.ts';
import { milliseconds } from '../../firmware-protocol/quantities.ts';
import { believe } from './believe.ts';
import { redoLate } from './changes.ts';
import type { SessionEvent } from './event.ts';
import { intend } from './intents.ts';
import { concluded } from './outcomes.ts';
import { isActive, type SessionState, shapeOf } from './state.ts';
import { andThen, ask, noticed, type Step, step, stopNow } from './step.ts';
import { tick } from './timing.ts';
import type { LinkState } from './view.ts';

export function reduce(before: SessionState, event: SessionEvent): Step {
  const state = { ...before, now: event.now };
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
      const { name, simulated, feature } = event;
      const boots = { name, simulated, feature, shape: shapeOf(feature) };
      return believe({ ...state, link: 'connected', boots, notice: null, askedAt: state.now }, event.status);
    }
    case 'openFailed':
      return step({ ...state, link: 'none', boots: null, notice: event.failure });
    case 'link':
      return linked(state, event.state);
    case 'reopened':
      return event.failure ? step(noticed(state, event.failure)) : reopened(state);
    case 'status':
      return believe(state, event.status);
    case 'telemetry':
      return step({ ...state, telemetry: event.telemetry, heardAt: state.now });
    case 'garbled':
      return ask(noticed(state, { kind: 'garbled', detail: event.detail }));
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
    return step(noticed({ ...state, link }, { kind: 'linkLost', playingOn }));
  }
  if (link === 'connected') return step({ ...state, link }, { kind: 'reopen' });
  return step({ ...state, link });
}

/** The boots' state has been read; nothing is replayed. A wish to stop still stands. */
function reopened(state: SessionState): Step {
  const calm = state.notice?.kind === 'linkLost' ? { ...state, notice: null } : state;
  if (state.stopping) return stopNow(calm);
  if (!isActive(state.phase) || state.phase === 'found') return step(calm);
  if (state.phase === 'preparing') return stopNow(calm);
  const claim = {
    op: 'requestControl',
    major: PROTOCOL_MAJOR,
    minor: PROTOCOL_MINOR,
    previousToken: state.token,
  } as const;
  return step({ ...calm, spokenAt: state.now }, { kind: 'command', request: claim });
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
            { ...state, spokenAt: state.now },
            { kind: 'command', request: { op: 'resume', at: milliseconds(0) } },
          )
        : step(state);
  }
}
