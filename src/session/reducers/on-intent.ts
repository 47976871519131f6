/** Handles what a person asks for. */

import type { IntentEvent } from '../intents.ts';
import { resumable } from '../may-begin.ts';
import type { NotNow } from '../notices/notice.ts';
import { addNotice, dismissShown, dropAllNotices } from '../notices/notices.ts';
import { link } from '../regions/link.ts';
import { isUnheard } from '../regions/stopping.ts';
import { therapy } from '../regions/therapy.ts';
import { start } from '../start.ts';
import {
  type Apart,
  isSessionOn,
  isTogether,
  mayAddOther,
  missingSide,
  phaseOf,
  type SessionState,
  type Together,
} from '../state.ts';
import { askForControl, type Step, step, withSettings } from '../step.ts';
import { stopNow } from '../stop-now.ts';
import { isStopTrouble } from '../view.ts';
import { setOwnLimits } from './on-own-limits.ts';
import { choose, confirm, setIntensity, setMinutes, setZone, withoutEnd } from './on-wish.ts';

export function onIntent(state: SessionState, event: IntentEvent): Step {
  switch (event.kind) {
    case 'choose':
      return choose(state, event.program);
    case 'setIntensity':
      return setIntensity(state, event.intensity);
    case 'setMinutes':
      return setMinutes(state, event.minutes);
    case 'addMinutes':
      return setMinutes(state, state.wishes.settings.minutes + event.minutes);
    case 'setZone':
      return setZone(state, event.side, event.zone, event.setting);
    case 'setOwnLimits':
      return setOwnLimits(state, event.own);
    case 'confirm':
      return confirm(state, event.confirmed);
    case 'dismissNotice':
      return step(dismissShown(withoutEnd(state)));
    case 'identify':
      return isTogether(state) && state.link.kind === 'connected'
        ? step(state, { kind: 'identify', side: event.side })
        : step(state);
    default:
      return isTogether(state) ? withBoots(state, event.kind) : withoutBoots(state, event.kind);
  }
}

type Plain = Extract<
  IntentEvent,
  { kind: 'connect' | 'addOther' | 'disconnect' | 'start' | 'pause' | 'resume' | 'stop' | 'acknowledgeFault' }
>['kind'];

/** Without boots, a person can only start connecting or give it up. */
function withoutBoots(state: Apart, intent: Plain): Step {
  const from = state.link;
  if (intent === 'connect' && from.kind === 'none') {
    const choosing = link.move(from, 'connect', {});
    return step({ ...dropAllNotices(state), link: choosing }, { kind: 'choose' });
  }
  if (intent === 'disconnect' && from.kind !== 'none') {
    return step({ ...state, link: link.move(from, 'disconnect', {}) }, { kind: 'giveUpLink' });
  }
  return step(state);
}

function withBoots(state: Together, intent: Plain): Step {
  switch (intent) {
    // Boots are connected already.
    case 'connect':
      return step(state);
    case 'addOther':
      if (!missingSide(state.boots.feature) || !mayAddOther(state)) return step(state);
      return state.link.kind === 'connected'
        ? step(state, { kind: 'chooseOther' })
        : notNow(state, 'addOther');
    case 'disconnect':
      return disconnect(state);
    case 'start':
      return start(state);
    case 'pause':
      return pause(state);
    case 'resume':
      return resume(state);
    // Even when nothing seems to run: whoever presses Stop has a reason.
    case 'stop':
      return stopNow({ ...state, stopPressedAt: state.now });
    case 'acknowledgeFault':
      return acknowledgeFault(state);
  }
}

/** Without a link nothing is sent, now or later: by then the person may want something else. So it is said. */
const notNow = (state: Together, what: NotNow): Step => step(addNotice(state, { kind: 'notNow', what }));

/** Pauses a running session. In any other phase it does nothing. */
function pause(state: Together): Step {
  const from = state.therapy;
  if (from.kind !== 'running' || state.stopping.kind !== 'none') return step(state);
  if (state.link.kind !== 'connected') return notNow(state, 'pause');
  const pausing = therapy.move(from, 'pause', { since: state.now, plan: from.plan });
  return step(
    { ...state, therapy: pausing, spokenAt: state.now },
    { kind: 'command', request: { op: 'pause' } },
  );
}

/** Does nothing where Resume is not possible (may-begin.ts). The scheduler first cuts a gentle start, then orders Resume. */
function resume(state: Together): Step {
  const from = state.therapy;
  if (from.kind !== 'paused' || resumable(state).kind === 'no') return step(state);
  const resuming = therapy.move(from, 'resume', { since: state.now, plan: from.plan });
  return step({ ...state, therapy: resuming }, { kind: 'schedule', event: { kind: 'resume' } });
}

/**
 * While a session is on, Disconnect stops it first, so that nobody is left squeezed. Until that Stop is confirmed, the link is given up
 * only after the person has been told that it is not.
 */
function disconnect(state: Together): Step {
  const isStopping = phaseOf(state) === 'stopping';
  if (isSessionOn(state) && !isStopping) return stopNow({ ...state, stopPressedAt: state.now });
  const isToWait = isStopping || isUnheard(state.stopping);
  if (isToWait && !isStopTrouble(state.notice)) return step(state);
  const { now, wishes, own, notices, notice } = state;
  const without: Apart = {
    link: link.move(state.link, 'disconnect', {}),
    now,
    wishes,
    own,
    notices,
    notice,
    owedStop: isToWait ? owedTo(state) : null,
  };
  const apart = isToWait ? addNotice(without, { kind: 'airNotKnown', places: [], sides: [] }) : without;
  return step(withSettings(apart, { ...wishes.settings, confirmed: false }), { kind: 'giveUpLink' });
}

/** The session that was to be stopped: whoever connects these boots again, and finds it running, sends that Stop first. */
const owedTo = ({ boots, status }: Together): Apart['owedStop'] => ({
  serial: boots.feature.serial,
  holder: status.holder,
});

/** Only the holder of control may acknowledge a fault: asks for control first and acknowledges once it is granted (on-outcome.ts). */
function acknowledgeFault(state: Together): Step {
  if (state.status.fault === 'none') return step(dropAllNotices(state));
  return state.link.kind === 'connected'
    ? askForControl(dropAllNotices(state), 'acknowledge')
    : notNow(state, 'acknowledge');
}
