/** The session goes where the boots say they are, in every phase; only a Stop on its way waits for what becomes of it. */

import { opCodes } from '../../../firmware-protocol/command.ts';
import type { Instant } from '../../../firmware-protocol/quantities.ts';
import { confirmed, stopNow, stopping } from '../regions/stopping.ts';
import { type Therapy, type TherapyOf, therapy } from '../regions/therapy.ts';
import type { Together } from '../state.ts';
import { noticed, type Step, step, withTherapy } from '../step.ts';
import { prepared } from './preparing.ts';

export function whereBootsAre(state: Together): Step<Together> {
  if (state.stopping.kind !== 'none') return whileStopping(state);
  switch (state.status.therapy) {
    case 'running':
      return step(withTherapy(state, isRunning(state.therapy)));
    case 'paused':
      return step(withTherapy(state, isPaused(state.therapy, state.now)));
    case 'stopped':
      return hasStopped(state);
  }
}

/**
 * A session that this page did not start can only be watched and stopped from here. Before this page sent Start nothing it
 * prepares can be running; once the link was lost on the way it may.
 */
const mayBeOurs = ({ step: waitsFor }: TherapyOf<'preparing'>): boolean =>
  waitsFor === 'starting' || waitsFor === 'interrupted';

function isRunning(from: Therapy): Therapy {
  switch (from.kind) {
    case 'preparing':
      return mayBeOurs(from)
        ? therapy.move(from, 'the boots run', { plan: from.plan })
        : therapy.move(from, "another's session runs", {});
    case 'resuming':
    case 'paused':
    case 'unsure':
      return therapy.move(from, 'the boots run', { plan: from.plan });
    case 'idle':
    case 'ended':
      return therapy.move(from, "another's session runs", {});
    case 'running':
    case 'pausing':
    case 'found':
      return from;
  }
}

function isPaused(from: Therapy, since: Instant): Therapy {
  switch (from.kind) {
    case 'preparing':
      return mayBeOurs(from)
        ? therapy.move(from, 'the boots paused', { since, plan: from.plan })
        : therapy.move(from, "another's session runs", {});
    case 'running':
    case 'pausing':
    case 'unsure':
      return therapy.move(from, 'the boots paused', { since, plan: from.plan });
    case 'idle':
    case 'ended':
      return therapy.move(from, "another's session runs", {});
    case 'paused':
    case 'resuming':
    case 'found':
      return from;
  }
}

function hasStopped(state: Together): Step<Together> {
  const { therapy: from, status } = state;
  const reason = status.endReason;
  switch (from.kind) {
    case 'running':
    case 'pausing':
    case 'paused':
    case 'resuming':
      return step(withTherapy(state, therapy.move(from, 'the boots stopped', { reason, plan: from.plan })));
    case 'found':
      return step(withTherapy(state, therapy.move(from, 'the boots stopped', { reason, plan: null })));
    case 'unsure':
      // Nobody knows how far it got: made safe, and begun again by a person.
      return stopNow(noticed(state, { kind: 'silent' }));
    case 'preparing':
      return prepared(state, from);
    case 'idle':
    case 'ended':
      return step(state);
  }
}

/** Stop counts as obeyed once it is answered, or once it is what the stopped boots say they did last. */
function whileStopping(before: Together): Step<Together> {
  const { status, stopping: stop, therapy: from } = before;
  const obeyed = stop.kind === 'heard' || status.lastOp === opCodes.stop;
  if (stop.kind === 'none' || status.therapy !== 'stopped' || !obeyed) return step(before);
  const state = confirmed({ ...before, stopping: stopping.move(stop, 'the boots stopped', {}) });
  const reason = status.endReason;
  switch (from.kind) {
    case 'idle':
    case 'ended':
      return step(state);
    case 'preparing':
      return step(withTherapy(state, therapy.move(from, 'called off, refused or not sent', {})));
    case 'found':
      return step(withTherapy(state, therapy.move(from, 'the boots stopped', { reason, plan: null })));
    case 'unsure':
      // Boots that nobody could ask for a while need not have begun what they were told: then they name no end of it.
      return reason === 'none'
        ? step(noticed(withTherapy(state, therapy.move(from, 'it had not begun', {})), { kind: 'notBegun' }))
        : step(withTherapy(state, therapy.move(from, 'the boots stopped', { reason, plan: from.plan })));
    default:
      return step(withTherapy(state, therapy.move(from, 'the boots stopped', { reason, plan: from.plan })));
  }
}
