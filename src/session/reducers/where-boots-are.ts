/** Moves the session to the therapy that the boots report. While the session is being stopped, emptying/watch-air.ts decides instead. */

import type { Instant } from '../../../firmware-protocol/quantities.ts';
import { addNotice, isHeldForFit, notHeldForFit } from '../notices/notices.ts';
import {
  nowEnded,
  nowFound,
  nowPaused,
  nowRunning,
  type Therapy,
  type TherapyOf,
} from '../regions/therapy.ts';
import { phaseOf, type WithBoots } from '../state.ts';
import { type Step, step, withTherapy } from '../step.ts';
import { stopNow } from '../stop-now.ts';
import { prepared } from './preparing.ts';

export function whereBootsAre(state: WithBoots): Step<WithBoots> {
  if (phaseOf(state) === 'stopping') return step(state);
  switch (state.status.therapy) {
    case 'running':
      return step(withTherapy(noticeNotHeard(state, 'pause'), isRunning(state.therapy)));
    case 'paused':
      return step(withTherapy(noticeNotHeard(state, 'resume'), isPaused(state.therapy, state.now)));
    case 'stopped':
      return hasStopped(state);
  }
}

/**
 * Adds a notice if the boots are where they were before a command of unknown outcome: the command had no effect, and is not sent again.
 */
function noticeNotHeard(state: WithBoots, what: 'pause' | 'resume'): WithBoots {
  if (state.therapy.kind !== 'unsure' || state.therapy.asked !== what) return state;
  // Nobody pressed this Pause.
  if (what === 'pause' && isHeldForFit(state)) return notHeldForFit(state);
  return addNotice(state, { kind: 'notHeard', what });
}

/**
 * Whether a session that runs may be this page's: only if the page has sent Start, or a lost link interrupted the start, perhaps with
 * Start on its way. A session of somebody else can only be watched and stopped.
 */
const mayBeOurs = ({ step: waitsFor }: TherapyOf<'preparing'>): boolean =>
  waitsFor === 'starting' || waitsFor === 'interrupted';

function isRunning(from: Therapy): Therapy {
  switch (from.kind) {
    case 'preparing':
      return mayBeOurs(from) ? nowRunning(from) : nowFound(from);
    case 'resuming':
    case 'paused':
    case 'unsure':
      return nowRunning(from);
    case 'idle':
    case 'ended':
      return nowFound(from);
    case 'running':
    case 'pausing':
    case 'found':
      return from;
  }
}

function isPaused(from: Therapy, since: Instant): Therapy {
  switch (from.kind) {
    case 'preparing':
      return mayBeOurs(from) ? nowPaused(from, since) : nowFound(from);
    case 'running':
    case 'pausing':
    case 'unsure':
      return nowPaused(from, since);
    case 'idle':
    case 'ended':
      return nowFound(from);
    case 'paused':
    case 'resuming':
    case 'found':
      return from;
  }
}

function hasStopped(state: WithBoots): Step<WithBoots> {
  const { therapy: from, status } = state;
  const reason = status.endReason;
  switch (from.kind) {
    case 'running':
    case 'pausing':
    case 'paused':
    case 'resuming':
    case 'found':
      return step(withTherapy(state, nowEnded(from, reason)));
    case 'unsure':
      if (reason !== 'none') return step(withTherapy(state, nowEnded(from, reason)));
      // Nobody knows how far the session got, so the boots are stopped, and the person may start again.
      return stopNow(addNotice(state, { kind: 'silent' }));
    case 'preparing':
      return prepared(state, from);
    case 'idle':
    case 'ended':
      return step(state);
  }
}
