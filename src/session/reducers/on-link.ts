/**
 * Handles the loss of the link, and its return. A pending Stop is sent again, and a start that was interrupted for a short time goes on
 * (preparing.ts); other commands are not sent again.
 */

import type { Instant } from '../../../firmware-protocol/quantities.ts';
import type { ReopenFailure } from '../../boots/boots.ts';
import type { WorldEvent } from '../event.ts';
import { addNotice, dropNotices } from '../notices/notices.ts';
import { link } from '../regions/link.ts';
import {
  isUnderWay,
  nextStep,
  nowUnsure,
  type Therapy,
  type TherapyOf,
  therapy,
} from '../regions/therapy.ts';
import type { WithBoots } from '../state.ts';
import { askForControl, type Step, step } from '../step.ts';
import { stopNow } from '../stop-now.ts';
import { goOnPreparing } from './preparing.ts';

export function onLink(
  state: WithBoots,
  heard: Extract<WorldEvent, { kind: 'link' }>['state'],
): Step<WithBoots> {
  const from = state.link;
  const forbidden = heard === 'forbidden';
  if (from.kind === 'connected' && heard !== 'connected') {
    return lost({ ...state, unread: false, link: link.move(from, 'lost', { since: state.now, forbidden }) });
  }
  if (from.kind === 'reconnecting' && heard === 'connected') {
    return back({ ...state, link: link.move(from, 'reconnected', {}) });
  }
  if (from.kind === 'reconnecting' && from.forbidden !== forbidden) {
    const { since } = from;
    return step({
      ...state,
      link: link.move(from, 'forbidden, or permitted again', { since, forbidden }),
    });
  }
  return step(state);
}

function lost(state: WithBoots): Step<WithBoots> {
  const after = { ...state, therapy: uncertain(state.therapy, state.now) };
  const { kind } = state.therapy;
  const playingOn = isUnderWay(state.therapy) && kind !== 'preparing' && kind !== 'paused';
  return step(addNotice(after, { kind: 'linkLost', playingOn }));
}

/** A command that was on its way when the link was lost may or may not have arrived. */
function uncertain(from: Therapy, since: Instant): Therapy {
  switch (from.kind) {
    case 'pausing':
      return nowUnsure(from, 'pause');
    case 'resuming':
      return nowUnsure(from, 'resume');
    case 'preparing':
      return interrupted(from, since);
    case 'unsure':
      return from.asked === 'prepare' || from.asked === 'start'
        ? therapy.move(from, 'the link was lost before the session began', {
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
  from.step === 'interrupted' ? from : nextStep(from, 'interrupted', since, from.step);

function back(state: WithBoots): Step<WithBoots> {
  const first = isToStop(state) ? stopNow(state) : step(state);
  return { state: first.state, effects: [...first.effects, { kind: 'reopen' }] };
}

/** Whether Stop is to be sent again: the boots, as far as is known, have not obeyed it, or do not empty. */
const isToStop = ({ stopping: { kind } }: WithBoots): boolean => kind !== 'none' && kind !== 'emptying';

const notRead = [
  'wrongVersion',
  'limitsTooWide',
  'payloadTooSmall',
  'notBoots',
  'changedBoots',
  'couldNotConnect',
  'notPermitted',
] as const;

export function onReopened(state: WithBoots, failure: ReopenFailure | null): Step<WithBoots> {
  return failure ? unreadable(state, failure) : readable(state);
}

/**
 * Drops the link to boots that cannot be read, so that it reconnects. While a Stop is under way, the link is kept, and on-tick.ts has
 * the boots read once that Stop is over.
 */
function unreadable(state: WithBoots, failure: ReopenFailure): Step<WithBoots> {
  if (state.link.kind !== 'connected') return step(state);
  if (state.stopping.kind !== 'none') return step({ ...state, unread: true });
  const abandon = { kind: 'abandonLink' } as const;
  // These are boots, because they were read before: a frame was damaged on its way.
  if (failure.kind === 'notBoots' && failure.cause.kind === 'frame') {
    const { cause } = failure;
    return step(addNotice({ ...state, garbledAt: state.now }, { kind: 'garbled', cause }), abandon);
  }
  return step(addNotice(state, failure), abandon);
}

function readable(before: WithBoots): Step<WithBoots> {
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
