/** What is read in a calendar of a plan's steps. */

import type { RecoveryEvent } from '../../../plan/asked.ts';
import type { CalendarWords } from '../../../plan/calendar/calendar.ts';
import type { PlanWords } from '../../plan/plan-words.ts';
import { events } from './names.ts';
import { reasons } from './reasons.ts';
import { checks } from './steps.ts';

export const calendar =
  ({ deed: deedLine, how, remarks }: Pick<PlanWords, 'deed' | 'how' | 'remarks'>) =>
  ({ kind }: RecoveryEvent): CalendarWords => ({
    name: `Recovery: ${events[kind]}`,
    summary: ({ deed, optional }) => `${deedLine(deed)}${optional ? ' (if you like)' : ''}`,
    description: (step) => {
      const { askFirst, deed, why } = step;
      // A calendar outlives what was had today.
      const changed = remarks({ ...step, optional: false, dose: null });
      return [
        ...(askFirst === null ? [] : [checks[askFirst]]),
        how(deed),
        ...(changed.length > 0 ? [`${changed.join('; ')}.`] : []),
        reasons[why],
      ].join('\n');
    },
  });
