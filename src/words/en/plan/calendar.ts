/** What is read in a calendar of a plan's steps. */

import type { RecoveryEvent } from '../../../plan/asked.ts';
import type { CalendarWords } from '../../../plan/calendar/calendar.ts';
import { eventNames } from './names.ts';
import { reasonLine } from './reasons.ts';
import { checkLine, deedHow, deedLine, remarks } from './steps.ts';

export const calendarWords = ({ kind }: RecoveryEvent): CalendarWords => ({
  name: `Recovery: ${eventNames[kind]}`,
  summary: ({ deed, optional }) => `${deedLine(deed)}${optional ? ' (if you like)' : ''}`,
  description: (step) => {
    const { askFirst, deed, why } = step;
    const changes = remarks({ ...step, optional: false });
    return [
      ...(askFirst === null ? [] : [checkLine(askFirst)]),
      deedHow(deed),
      ...(changes.length > 0 ? [`${changes.join('; ')}.`] : []),
      reasonLine(why),
    ].join('\n');
  },
});
