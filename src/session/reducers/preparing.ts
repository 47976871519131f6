/** Takes the steps from Prepare to Start, each when the boots report that the step before is done. */

import { elapsed, milliseconds } from '../../../firmware-protocol/quantities.ts';
import { addNotice } from '../notices/notices.ts';
import { calledOff, nextStep, type TherapyOf } from '../regions/therapy.ts';
import type { WithBoots } from '../state.ts';
import { askForControl, type Step, step, withTherapy } from '../step.ts';
import { stopNow } from '../stop-now.ts';

/**
 * Whether somebody, or a fault, has called off the preparation: from the step `zeroing` on, stopped boots must report *preparing* or
 * *ready*.
 */
export const isCalledOff = ({
  therapy: from,
  status: { therapy: reported, operation },
  stopping: stop,
}: WithBoots): boolean =>
  from.kind === 'preparing' &&
  stop.kind === 'none' &&
  (from.step === 'zeroing' || from.step === 'loading' || from.step === 'starting') &&
  reported === 'stopped' &&
  operation !== 'preparing' &&
  operation !== 'ready';

/**
 * Longest loss of the link, reconnecting included, after which a start goes on, ms. After a longer one, the person must press Start
 * again.
 */
const SHORT_LINK_LOSS = 10_000;

/**
 * Goes on with a start after a lost link, from the state that the boots have just reported, or calls the start off. A command that they
 * may still obey is not sent twice: boots that report *ready* have not started, and boots decide themselves whether they may prepare
 * again.
 */
export function goOnPreparing(state: WithBoots, from: TherapyOf<'preparing'>): Step<WithBoots> {
  const { status, now } = state;
  const isReady = status.operation === 'preparing' || status.operation === 'ready';
  // The scheduler has the program and goes on loading it by itself. Beginning anew would send again what the boots already hold.
  const isLoading = from.before === 'loading' || from.before === 'starting';
  const hasPrepared = from.before === 'zeroing' || isLoading;
  if (elapsed(from.since, now) > SHORT_LINK_LOSS || (hasPrepared && !isReady)) {
    return stopNow(addNotice(state, { kind: 'notBegun' }));
  }
  const next = (to: TherapyOf<'preparing'>['step']): WithBoots => withTherapy(state, nextStep(from, to, now));
  if (!hasPrepared) return askForControl(next('control'), 'start');
  return askForControl(next(isLoading ? 'loading' : 'zeroing'), 'goOn');
}

export function prepared(state: WithBoots, from: TherapyOf<'preparing'>): Step<WithBoots> {
  const { status, now } = state;
  if (isCalledOff(state)) {
    return step(withTherapy(state, calledOff(from)));
  }
  const next = (to: TherapyOf<'preparing'>['step']): WithBoots => withTherapy(state, nextStep(from, to, now));
  if (from.step === 'zeroing' && status.operation === 'ready') {
    return step(next('loading'), { kind: 'schedule', event: { kind: 'begin', status } });
  }
  if (from.step === 'loading' && status.held > 0) {
    return step(
      { ...next('starting'), lastSentAt: now },
      { kind: 'command', request: { op: 'start', at: milliseconds(0) } },
    );
  }
  return step(state);
}
