/** Sends Stop at once, from any state. on-tick.ts repeats it for as long as regions/stopping.ts asks for it. */

import { asked, sent } from './regions/stopping.ts';
import { isUnderWay, type Therapy } from './regions/therapy.ts';
import type { Together } from './state.ts';
import { type Step, step } from './step.ts';

export function stopNow(state: Together): Step<Together> {
  const { now, therapy, stopping: from } = state;
  const wanted = from.kind === 'none' ? asked(now, hasBegun(therapy)) : from;
  const stopSentAt = hasEnded(state) ? state.stopSentAt : now;
  return step({ ...state, stopping: sent(wanted, now), stopSentAt }, { kind: 'stop' });
}

/** One boot of a pair has ended the session already, and the other is told to: this Stop is not why. */
const hasEnded = ({ status }: Together): boolean =>
  status.therapy !== 'stopped' && status.endReason !== 'none';

const hasBegun = (therapy: Therapy): boolean =>
  isUnderWay(therapy) && (therapy.kind !== 'preparing' || therapy.step === 'starting');
