/** Texts of a plan's steps in an exported calendar. */

import type { CalendarWords } from '../../../plan/calendar/calendar.ts';
import type { RecoveryEvent } from '../../../plan/plan-request.ts';
import type { PlanWords } from '../../plan/plan-words.ts';
import { events } from './names.ts';
import { reasons } from './reasons.ts';
import { checks } from './steps.ts';

export const calendar =
  ({ action: actionLine, how, remarks }: Pick<PlanWords, 'action' | 'how' | 'remarks'>) =>
  ({ kind }: RecoveryEvent): CalendarWords => ({
    name: `Recovery: ${events[kind]}`,
    summary: ({ action, optional }) => `${actionLine(action)}${optional ? ' (if you like)' : ''}`,
    description: (step) => {
      const { askFirst, action, why } = step;
      // "If you like" is in the summary. The dose is left out, because it may have changed when the person reads the calendar.
      const changed = remarks({ ...step, optional: false, dose: null });
      return [
        ...(askFirst === null ? [] : [checks[askFirst]]),
        how(action),
        ...(changed === '' ? [] : [`${changed}.`]),
        reasons[why],
      ].join('\n');
    },
  });
