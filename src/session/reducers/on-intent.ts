/** Handles what a person asks for. */

import type { IntentEvent } from '../intents.ts';
import { resumable } from '../may-begin.ts';
import type { NotNow } from '../notices/notice.ts';
import { addNotice, dismissShown, dropAllNotices, dropNotices } from '../notices/notices.ts';
import { link } from '../regions/link.ts';
import { isUnheard } from '../regions/stopping.ts';
import { therapy } from '../regions/therapy.ts';
import { start } from '../start.ts';
import {
  hasBoots,
  isSessionOn,
  mayAddOther,
  mayDeleteRecords,
  missingSide,
  phaseOf,
  type SessionState,
  type WithBoots,
  type WithoutBoots,
} from '../state.ts';
import { askForControl, type Step, step, withSettings } from '../step.ts';
import { stopNow } from '../stop-now.ts';
import { isStopTrouble } from '../view.ts';
import { setOwnLimits } from './on-own-limits.ts';
import { choose, confirm, setIntensity, setMinutes, setZone, withoutEnd } from './on-setup.ts';

export function onIntent(state: SessionState, event: IntentEvent): Step {
  switch (event.kind) {
    case 'choose':
      return choose(state, event.program);
    case 'setIntensity':
      return setIntensity(state, event.intensity);
    case 'setMinutes':
      return setMinutes(state, event.minutes);
    case 'addMinutes':
      return setMinutes(state, state.setup.settings.minutes + event.minutes);
    case 'setZone':
      return setZone(state, event.side, event.zone, event.setting);
    case 'setOwnLimits':
      return setOwnLimits(state, event.own);
    case 'confirm':
      return confirm(state, event.confirmed);
    case 'dismissNotice':
      return step(dismissShown(withoutEnd(state)));
    case 'identify':
      // Boots out of reach are not made to blink later, because by then nobody looks at them.
      return hasBoots(state) && state.link.kind === 'connected'
        ? step(state, { kind: 'identify', side: event.side })
        : step(state);
    default:
      return hasBoots(state) ? onIntentWithBoots(state, event.kind) : onIntentWithoutBoots(state, event.kind);
  }
}

type PlainIntent = Extract<
  IntentEvent,
  {
    kind:
      | 'connect'
      | 'addOther'
      | 'disconnect'
      | 'start'
      | 'pause'
      | 'resume'
      | 'stop'
      | 'acknowledgeFault'
      | 'deleteRecords';
  }
>['kind'];

function onIntentWithoutBoots(state: WithoutBoots, intent: PlainIntent): Step {
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

function onIntentWithBoots(state: WithBoots, intent: PlainIntent): Step {
  switch (intent) {
    case 'connect':
      return step(state);
    case 'addOther':
      if (!missingSide(state.boots.feature)) return step(state);
      if (state.link.kind !== 'connected') return notNow(state, 'addOther');
      return mayAddOther(state)
        ? step(state, { kind: 'chooseOther' })
        : step(addNotice(state, { kind: 'addAfterStop' }));
    case 'disconnect':
      return disconnect(state);
    case 'start':
      return start(state);
    case 'pause':
      return pause(state);
    case 'resume':
      return resume(state);
    // Stop is sent even if nothing seems to run: whoever presses it has a reason.
    case 'stop':
      return stopNow({ ...state, stopPressedAt: state.now });
    case 'acknowledgeFault':
      return acknowledgeFault(state);
    case 'deleteRecords':
      return deleteRecords(state);
  }
}

/**
 * Tells the person that nothing is sent without a link. It is not sent later either, because by then the person may want something
 * else.
 */
const notNow = (state: WithBoots, what: NotNow): Step<WithBoots> =>
  step(addNotice(state, { kind: 'notNow', what }));

/** Without a link, only adds a notice. Does nothing unless a session runs. */
export function pause(state: WithBoots): Step<WithBoots> {
  const from = state.therapy;
  if (from.kind !== 'running' || state.stopping.kind !== 'none') return step(state);
  if (state.link.kind !== 'connected') return notNow(state, 'pause');
  const pausing = therapy.move(from, 'pause', { since: state.now, plan: from.plan });
  return step(
    { ...state, therapy: pausing, lastSentAt: state.now },
    { kind: 'command', request: { op: 'pause' } },
  );
}

/** Does nothing if Resume is not possible (may-begin.ts). The scheduler first cuts to a gentle cycle, then orders Resume. */
function resume(state: WithBoots): Step {
  const from = state.therapy;
  if (from.kind !== 'paused' || resumable(state).kind === 'no') return step(state);
  const resuming = therapy.move(from, 'resume', { since: state.now, plan: from.plan });
  return step({ ...state, therapy: resuming }, { kind: 'schedule', event: { kind: 'resume' } });
}

/**
 * Disconnects from the boots. While a session is on, stops the session instead, so that nobody is left squeezed. While a session is
 * being stopped, or the boots have not heard a Stop, disconnects only if a notice says that they do not stop or do not empty.
 */
function disconnect(state: WithBoots): Step {
  const isStopping = phaseOf(state) === 'stopping';
  if (isSessionOn(state) && !isStopping) return stopNow({ ...state, stopPressedAt: state.now });
  const isToWait = isStopping || isUnheard(state.stopping);
  if (isToWait && !isStopTrouble(state.notice)) return step(state);
  const { now, bluetooth, setup, own, notices, notice } = state;
  const without: WithoutBoots = {
    link: link.move(state.link, 'disconnect', {}),
    now,
    bluetooth,
    setup,
    own,
    notices,
    notice,
    owedStop: isToWait ? owedTo(state) : null,
  };
  const apart = isToWait ? addNotice(without, { kind: 'airNotKnown', places: [], sides: [] }) : without;
  return step(withSettings(apart, { ...setup.settings, confirmed: false }), { kind: 'giveUpLink' });
}

/** Identifies the session that was to be stopped. If it still runs when its boots are connected again, Stop is sent at once. */
const owedTo = ({ boots, status }: WithBoots): WithoutBoots['owedStop'] => ({
  serial: boots.feature.serial,
  holder: status.holder,
});

/** Asks for control, because only its holder may acknowledge a fault. Once control is granted, on-outcome.ts acknowledges. */
function acknowledgeFault(state: WithBoots): Step {
  if (state.status.fault === 'none') return step(dropAllNotices(state));
  return state.link.kind === 'connected'
    ? askForControl(dropAllNotices(state), 'acknowledge')
    : notNow(state, 'acknowledge');
}

/** Asks for control, because only its holder may delete records. Once control is granted, on-outcome.ts deletes them. */
function deleteRecords(state: WithBoots): Step {
  if (!mayDeleteRecords(state)) return step(state);
  return state.link.kind === 'connected'
    ? askForControl(dropNotices(state, 'recordsDeleted', 'refused'), 'deleteRecords')
    : notNow(state, 'deleteRecords');
}
