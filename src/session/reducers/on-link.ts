/** What happens to a session when its link is lost and when it comes back. No command is replayed. */

import type { Instant } from '../../../firmware-protocol/quantities.ts';
import type { OpenFailure } from '../../boots/boots.ts';
import { addNotice, dropNotices } from '../notices/notices.ts';
import { link } from '../regions/link.ts';
import { isUnderWay, type Therapy, type TherapyOf, therapy } from '../regions/therapy.ts';
import type { Together } from '../state.ts';
import { askForControl, type Step, step } from '../step.ts';
import { stopNow } from '../stop-now.ts';
import { goOnPreparing } from './preparing.ts';

export function onLink(state: Together, heard: Together['link']['kind']): Step<Together> {
  const from = state.link;
  if (from.kind === 'connected' && heard === 'reconnecting') {
    return lost({ ...state, unread: false, link: link.move(from, 'lost', { since: state.now }) });
  }
  if (from.kind === 'reconnecting' && heard === 'connected') {
    return back({ ...state, link: link.move(from, 'found again', {}) });
  }
  // A repeated report.
  return step(state);
}

function lost(state: Together): Step<Together> {
  const after = { ...state, therapy: uncertain(state.therapy, state.now) };
  const playingOn = isUnderWay(state.therapy) && state.therapy.kind !== 'preparing';
  return step(addNotice(after, { kind: 'linkLost', playingOn }));
}

/** A command on its way may or may not have arrived; it is not sent again. */
function uncertain(from: Therapy, since: Instant): Therapy {
  switch (from.kind) {
    case 'pausing':
      return therapy.move(from, 'an outcome is unknown', { plan: from.plan, asked: 'pause' });
    case 'resuming':
      return therapy.move(from, 'an outcome is unknown', { plan: from.plan, asked: 'resume' });
    case 'preparing':
      return interrupted(from, since);
    case 'unsure':
      return from.asked === 'prepare' || from.asked === 'start'
        ? therapy.move(from, 'the link was lost before it began', {
            step: 'interrupted',
            before: from.asked === 'start' ? 'starting' : 'prepare',
            since,
            plan: from.plan,
          })
        : from;
    default:
      return from;
  }
}

const interrupted = (from: TherapyOf<'preparing'>, since: Instant): Therapy =>
  from.step === 'interrupted'
    ? from
    : therapy.move(from, 'the next step', { ...from, step: 'interrupted', before: from.step, since });

/** Sends a pending Stop first. */
function back(state: Together): Step<Together> {
  const first = isToStop(state) ? stopNow(state) : step(state);
  return { state: first.state, effects: [...first.effects, { kind: 'reopen' }] };
}

/** Whether a Stop is pending that the boots have not obeyed, as far as is known. */
const isToStop = ({ stopping: { kind } }: Together): boolean => kind !== 'none' && kind !== 'emptying';

/** Notices about boots that could not be read. */
const notRead = ['wrongVersion', 'limitsTooWide', 'payloadTooSmall', 'notBoots', 'couldNotConnect'] as const;

/** The boots were read after a reconnect, or could not be. */
export function onReopened(state: Together, failure: OpenFailure | null): Step<Together> {
  return failure ? unreadable(state, failure) : readable(state);
}

/** Drops the link to boots that cannot be read, so that it reconnects. A pending Stop goes first; then they are read again (on-tick.ts). */
function unreadable(state: Together, failure: OpenFailure): Step<Together> {
  if (state.link.kind !== 'connected') return step(state);
  if (state.stopping.kind !== 'none') return step({ ...state, unread: true });
  const abandon = { kind: 'abandonLink', reason: failure.kind } as const;
  // These were read before, so they are boots: what came was damaged on its way.
  if (failure.kind === 'notBoots' && failure.cause.kind === 'frame') {
    const { cause } = failure;
    return step(addNotice({ ...state, garbledAt: state.now }, { kind: 'garbled', cause }), abandon);
  }
  return step(addNotice(state, failure), abandon);
}

function readable(before: Together): Step<Together> {
  const state = dropNotices(before, 'linkLost', ...notRead);
  if (isToStop(state)) return stopNow(state);
  if (state.stopping.kind !== 'none') return step(state);
  switch (state.therapy.kind) {
    case 'idle':
    case 'ended':
    case 'found':
      return step(state);
    case 'preparing':
      return goOnPreparing(state, state.therapy);
    default:
      return askForControl(state, 'goOn');
  }
}
