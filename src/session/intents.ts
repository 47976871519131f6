/** What a person asks for. */

import { resumeFresh } from './changes.ts';
import type { IntentEvent } from './event.ts';
import { noticed, read, untold } from './notices.ts';
import { start } from './start.ts';
import { missingSide, type SessionState } from './state.ts';
import { claimControl, enter, type Step, step, stopNow } from './step.ts';
import { isUnheard } from './stopping.ts';
import { isActive, isStopTrouble } from './view.ts';
import { choose, confirm, setIntensity, setMinutes, setZone } from './wishes.ts';

export function intend(state: SessionState, event: IntentEvent): Step {
  switch (event.kind) {
    case 'connect':
      return state.link === 'none'
        ? step({ ...untold(state), link: 'choosing' }, { kind: 'choose' })
        : step(state);
    case 'addOther':
      return state.boots &&
        missingSide(state.boots.feature) &&
        state.link === 'connected' &&
        !isActive(state.phase)
        ? step(state, { kind: 'chooseOther' })
        : step(state);
    case 'disconnect':
      return disconnect(state);
    case 'choose':
      return choose(state, event.program);
    case 'setIntensity':
      return setIntensity(state, event.intensity);
    case 'setMinutes':
      return setMinutes(state, event.minutes);
    case 'setZone':
      return setZone(state, event.side, event.zone, event.setting);
    case 'confirm':
      return confirm(state, event.confirmed);
    case 'start':
      return start(state);
    case 'pause':
      return state.phase === 'running' && state.link === 'connected'
        ? step(
            { ...enter(state, 'pausing'), spokenAt: state.now },
            { kind: 'command', request: { op: 'pause' } },
          )
        : step(state);
    case 'resume':
      return state.phase === 'paused' && state.link === 'connected'
        ? resumeFresh(enter(state, 'resuming'))
        : step(state);
    case 'stop':
      return stop(state);
    case 'acknowledgeFault':
      return acknowledgeFault(state);
    case 'dismissNotice':
      return step(read(state.phase === 'ended' ? enter(state, 'idle') : state));
  }
}

/**
 * While a session runs this is Stop first: nobody is left squeezed by leaving. The link is given up before that Stop is
 * acknowledged only once the person has been told that it is not.
 */
function disconnect(state: SessionState): Step {
  if (state.link === 'none') return step(state);
  if (isActive(state.phase) && state.phase !== 'stopping') return stop(state);
  const isToWait = state.phase === 'stopping' || isUnheard(state.stopping);
  if (isToWait && !isStopTrouble(state.notice)) return step(state);
  return step(
    {
      ...enter(isToWait ? noticed(state, { kind: 'airNotKnown', places: [], sides: [] }) : state, 'idle'),
      link: 'none',
      boots: null,
      status: null,
      telemetry: null,
      running: null,
      stopping: null,
      full: [],
      emptied: false,
      unstopped: [],
      token: 0,
      acknowledging: false,
      settings: state.settings.confirmed ? { ...state.settings, confirmed: false } : state.settings,
    },
    { kind: 'endFeed' },
    { kind: 'giveUpLink' },
  );
}

/** Also when nothing seems to run: whoever presses Stop has a reason. */
function stop(state: SessionState): Step {
  if (!state.boots) return step(state);
  return stopNow(state);
}

/** Only whoever holds control may: it is asked for first, and the fault is acknowledged once it is granted (outcomes.ts). */
function acknowledgeFault(state: SessionState): Step {
  if ((state.status?.fault ?? 'none') === 'none') return step(untold(state));
  if (state.link !== 'connected') return step(state);
  return claimControl({ ...untold(state), acknowledging: true });
}
