/** Sends Stop at once, in any state. Ticks repeat it whenever it is due (`isStopDue`). */

import { askToStop, onStopSent } from './regions/stopping.ts';
import { isUnderWay, type Therapy } from './regions/therapy.ts';
import type { WithBoots } from './state.ts';
import { type Step, step } from './step.ts';

export function stopNow(state: WithBoots): Step<WithBoots> {
  const { now, therapy, stopping: from } = state;
  const wanted = from.kind === 'none' ? askToStop(now, hasBegun(therapy)) : from;
  const stopSentAt = hasEnded(state) ? state.stopSentAt : now;
  return step({ ...state, stopping: onStopSent(wanted, now), stopSentAt }, { kind: 'stop' });
}

/** In order of precedence: switching boots off and on, which lifts a bar because they stood still, does not lift the others. */
const bars = ['limitBroken', 'failed', 'standingStill'] as const;

/** The state in which no session may start, for this reason or a graver one that is known already. */
export const barredBy = (state: WithBoots, why: NonNullable<WithBoots['barred']>): WithBoots => ({
  ...state,
  barred: bars.find((bar) => bar === why || bar === state.barred) ?? why,
});

/** Whether one boot of a pair has already ended the session, so that a Stop sent now is not the reason for the end. */
const hasEnded = ({ status }: WithBoots): boolean =>
  status.therapy !== 'stopped' && status.endReason !== 'none';

const hasBegun = (therapy: Therapy): boolean =>
  isUnderWay(therapy) && (therapy.kind !== 'preparing' || therapy.step === 'starting');
