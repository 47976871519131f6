/** Sends Stop at once, from any state. on-tick.ts repeats it for as long as regions/stopping.ts asks for it. */

import { asked, sent } from './regions/stopping.ts';
import { isUnderWay, type Therapy } from './regions/therapy.ts';
import type { Together } from './state.ts';
import { type Step, step } from './step.ts';

export function stopNow(state: Together): Step<Together> {
  const { now, therapy, stopping: from } = state;
  const wanted = from.kind === 'none' ? asked(now, hasBegun(therapy)) : from;
  return step({ ...state, stopping: sent(wanted, now), stopSentAt: now }, { kind: 'stop' });
}

const hasBegun = (therapy: Therapy): boolean =>
  isUnderWay(therapy) && (therapy.kind !== 'preparing' || therapy.step === 'starting');
