/** The steps from Prepare to Start, each taken when the boots report that the previous one is done. */

import { milliseconds } from '../../../firmware-protocol/quantities.ts';
import { type TherapyOf, therapy } from '../regions/therapy.ts';
import type { Together } from '../state.ts';
import { type Step, step, withTherapy } from '../step.ts';

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
