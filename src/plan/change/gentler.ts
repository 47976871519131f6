/** What soreness, a hurting spot, a hard day, marks, and the pressure a person allows make of a step. Only ever less than its rule has it. */

import { mmhg } from '../../../firmware-protocol/quantities.ts';
import type { Asked } from '../asked.ts';
import type { Change, Deed, DeedOf, Step } from '../step.ts';
import type { Told } from './told.ts';

/** From here on all is gentler, of 10. */
export const VERY_SORE = 7;
/** Most pressure of a session then, mmHg. */
export const PRESSURE_WHEN_SORE = 50;
/** Longest walk then, min. */
export const WALK_WHEN_SORE = 10;
/** Longest run after an event that was hard, in the days of easy running, min. */
const RUN_AFTER_HARD = 20;
/** Below this a session is hardly felt, mmHg. */
const LEAST_PRESSURE = 20;
/** First day of easy running. */
const FIRST_RUN = 4;

type Made = Pick<Step, 'deed' | 'changes'> | null;

const unchanged = (deed: Deed): Made => ({ deed, changes: [] });

function bootsMade(deed: DeedOf<'boots'>, most: readonly (readonly [Change, number])[]): Made {
  let pressure: number = deed.pressure;
  const changes: Change[] = [];
  for (const [change, at] of most) {
    if (pressure <= at) continue;
    pressure = at;
    changes.push(change);
  }
  return pressure < LEAST_PRESSURE ? null : { deed: { ...deed, pressure: mmhg(pressure) }, changes };
}

/** Null = the step is not offered. */
export function gentler(step: Step, { event, person }: Asked, told: Told): Made {
  const { deed, date } = step;
  const soreness = told.sorenessOn(date) ?? 0;
  const sore = soreness >= VERY_SORE;
  const hurt = event.went === 'hurt';
  switch (deed.kind) {
    case 'run': {
      const toldToday = told.sorenessToldOn !== null && told.sorenessToldOn >= date;
      if (hurt || sore || (toldToday && soreness > deed.sorenessAtMost)) return null;
      const isShorter =
        event.went === 'hard' &&
        step.why === 'easy-run' &&
        deed.minutes > RUN_AFTER_HARD &&
        step.day >= FIRST_RUN;
      return isShorter ? { deed: { ...deed, minutes: RUN_AFTER_HARD }, changes: ['hard'] } : unchanged(deed);
    }
    case 'walk':
      return sore && deed.minutes > WALK_WHEN_SORE
        ? { deed: { ...deed, minutes: WALK_WHEN_SORE }, changes: ['sore'] }
        : unchanged(deed);
    case 'plate':
      return sore || hurt ? null : unchanged(deed);
    case 'massage':
      return deed.depth === 'spots' && (sore || hurt) ? null : unchanged(deed);
    case 'boots': {
      // A second session is for legs that are not that sore, after a day that was not that hard.
      if (step.id.includes('second') && (sore || event.went !== 'well')) return null;
      const most: readonly (readonly [Change, number])[] = [
        ['highest', person.highest],
        ...(sore ? ([['sore', PRESSURE_WHEN_SORE]] as const) : []),
      ];
      const made = bootsMade(deed, most);
      if (made === null || told.lighter === 0 || made.deed.kind !== 'boots') return made;
      const lighter = bootsMade(made.deed, [['marks', made.deed.pressure - told.lighter]]);
      return lighter && { ...lighter, changes: [...made.changes, ...lighter.changes] };
    }
    default:
      return unchanged(deed);
  }
}
