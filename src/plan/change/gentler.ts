/**
 * Makes a step gentler, or leaves it out, because of soreness, a spot that hurts, a hard event, marks on the skin, or the person's highest
 * pressure.
 */

import { mmhg } from '../../../firmware-protocol/quantities.ts';
import type { PlanRequest } from '../plan-request.ts';
import type { Action, ActionOf, Change, Step } from '../step.ts';
import type { Reported } from './reported.ts';

/** From this soreness on, on a scale of 0 to 10, legs count as very sore. */
export const VERY_SORE = 7;
/** Highest pressure for very sore legs, mmHg. */
export const PRESSURE_WHEN_SORE = 50;
/** Longest walk for very sore legs, min. */
export const WALK_WHEN_SORE = 10;
/** Longest easy run after an event that was hard, min. */
const RUN_AFTER_HARD = 20;
/** Lowest pressure of a boots session, mmHg. A lower one can hardly be felt, so the session is left out. */
export const LEAST_PRESSURE = 20;

/** The changed action and why it changed; null = the step is left out. */
type Changed = Pick<Step, 'action' | 'changes'> | null;

const unchanged = (action: Action): Changed => ({ action, changes: [] });

/** Lowers the pressure of a session to each of these limits (mmHg) that it exceeds; null if it ends up below LEAST_PRESSURE. */
function lowered(action: ActionOf<'boots'>, most: readonly (readonly [Change, number])[]): Changed {
  let pressure: number = action.pressure;
  const changes: Change[] = [];
  for (const [change, at] of most) {
    if (pressure <= at) continue;
    pressure = at;
    changes.push(change);
  }
  return pressure < LEAST_PRESSURE ? null : { action: { ...action, pressure: mmhg(pressure) }, changes };
}

export function gentler(step: Step, { event, person }: PlanRequest, reported: Reported): Changed {
  const { action, date } = step;
  const soreness = reported.sorenessOn(date) ?? 0;
  const sore = soreness >= VERY_SORE;
  const hurt = event.went === 'hurt';
  switch (action.kind) {
    case 'run': {
      const isOfToday = reported.sorenessReportedOn !== null && reported.sorenessReportedOn >= date;
      if (hurt || sore || (isOfToday && soreness > action.sorenessAtMost)) return null;
      const isShorter = event.went === 'hard' && step.why === 'easy-run' && action.minutes > RUN_AFTER_HARD;
      return isShorter
        ? { action: { ...action, minutes: RUN_AFTER_HARD }, changes: ['hard'] }
        : unchanged(action);
    }
    case 'walk':
      return sore && action.minutes > WALK_WHEN_SORE
        ? { action: { ...action, minutes: WALK_WHEN_SORE }, changes: ['sore'] }
        : unchanged(action);
    case 'plate':
      return sore || hurt ? null : unchanged(action);
    case 'massage':
      return action.depth === 'spots' && (sore || hurt) ? null : unchanged(action);
    case 'boots': {
      // A second session on a day is only for legs that are not very sore, after an event that went well.
      if (step.id.includes('second') && (sore || event.went !== 'well')) return null;
      const most: readonly (readonly [Change, number])[] = [
        ['highest', person.highest],
        ...(sore ? ([['sore', PRESSURE_WHEN_SORE]] as const) : []),
      ];
      const limited = lowered(action, most);
      if (limited === null || reported.lighter === 0 || limited.action.kind !== 'boots') return limited;
      const lighter = lowered(limited.action, [['marks', limited.action.pressure - reported.lighter]]);
      return lighter && { ...lighter, changes: [...limited.changes, ...lighter.changes] };
    }
    default:
      return unchanged(action);
  }
}
