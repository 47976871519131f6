/** The steps from Prepare to Start, each taken when the boots report that the previous one is done. */

import { elapsed, milliseconds } from '../../../firmware-protocol/quantities.ts';
import { addNotice } from '../notices/notices.ts';
import { type TherapyOf, therapy } from '../regions/therapy.ts';
import type { Together } from '../state.ts';
import { askForControl, type Step, step, withTherapy } from '../step.ts';
import { stopNow } from '../stop-now.ts';

/** From *zeroing* on, boots report preparing or ready; any other state means that somebody, or a fault, stopped them. */
export const isCalledOff = ({
  therapy: from,
  status: { therapy: told, operation },
  stopping: stop,
}: Together): boolean =>
  from.kind === 'preparing' &&
  stop.kind === 'none' &&
  (from.step === 'zeroing' || from.step === 'loading' || from.step === 'starting') &&
  told === 'stopped' &&
  operation !== 'preparing' &&
  operation !== 'ready';

/** A link that is back within this has blinked, and the start goes on; after longer, a person presses Start again. Reconnecting included; ms. */
const BLINK = 10_000;

/**
 * Goes on with a start after a lost link, from what the boots were just read to do. Nothing is sent twice that they may still obey: those
 * that are ready have not started, and preparing over again is theirs to allow.
 */
export function goOnPreparing(state: Together, from: TherapyOf<'preparing'>): Step<Together> {
  const { status, now } = state;
  const isReady = status.operation === 'preparing' || status.operation === 'ready';
  const hasPrepared = from.before === 'zeroing' || from.before === 'loading' || from.before === 'starting';
  if (elapsed(from.since, now) > BLINK || (hasPrepared && !isReady)) {
    return stopNow(addNotice(state, { kind: 'notBegun' }));
  }
  const next = (to: TherapyOf<'preparing'>['step']): Together =>
    withTherapy(state, therapy.move(from, 'the next step', { ...from, step: to, before: null, since: now }));
  return hasPrepared ? askForControl(next('zeroing'), 'goOn') : askForControl(next('control'), 'start');
}

export function prepared(state: Together, from: TherapyOf<'preparing'>): Step<Together> {
  const { status, now } = state;
  if (isCalledOff(state)) {
    return step(withTherapy(state, therapy.move(from, 'called off, refused or not sent', {})));
  }
  const next = (to: TherapyOf<'preparing'>['step']): Together =>
    withTherapy(state, therapy.move(from, 'the next step', { ...from, step: to, since: now }));
  if (from.step === 'zeroing' && status.operation === 'ready') {
    return step(next('loading'), { kind: 'schedule', event: { kind: 'begin', status } });
  }
  if (from.step === 'loading' && status.held > 0) {
    return step(
      { ...next('starting'), spokenAt: now },
      { kind: 'command', request: { op: 'start', at: milliseconds(0) } },
    );
  }
  return step(state);
}
