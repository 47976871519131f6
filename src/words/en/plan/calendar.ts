/** What is read in a calendar of a plan's steps. */

import type { RecoveryEvent } from '../../../plan/asked.ts';
import type { CalendarWords } from '../../../plan/calendar/calendar.ts';
import type { PlanWords } from '../../plan/plan-words.ts';
import { events } from './names.ts';
import { reasons } from './reasons.ts';
import { checks, remarks } from './steps.ts';

export const calendar =
  ({ deed: deedLine, how }: Pick<PlanWords, 'deed' | 'how'>) =>
  ({ kind }: RecoveryEvent): CalendarWords => ({
    name: `Recovery: ${events[kind]}`,
    summary: ({ deed, optional }) => `${deedLine(deed)}${optional ? ' (if you like)' : ''}`,
    description: (step) => {
      const { askFirst, deed, why } = step;
      const changed = remarks({ ...step, optional: false });
      return [
        ...(askFirst === null ? [] : [checks[askFirst]]),
        how(deed),
        ...(changed.length > 0 ? [`${changed.join('; ')}.`] : []),
        reasons[why],
      ].join('\n');
    },
  });
