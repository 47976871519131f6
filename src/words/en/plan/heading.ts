/** The sentences above a plan: the event and the person's tools. */

import type { PlanRequest } from '../../../plan/plan-request.ts';
import type { CalendarDay } from '../../../plan/time/wall-clock.ts';
import type { Numbers } from '../../numbers-and-units.ts';
import { events, tools } from './names.ts';

export const heading =
  (n: Numbers) =>
  ({ event: { kind, at, zone }, person }: PlanRequest): string => {
    const owns = person.owns.filter((tool) => !person.barred.includes(tool));
    const when = `${n.dates.wholeDay(at.slice(0, 10) as CalendarDay)} at ${n.dates.time(at)} (${zone})`;
    return [
      `${events[kind]}, ${kind === 'desk' ? 'beginning' : 'ended'} ${when}.`,
      owns.length > 0 ? `With ${n.list(owns.map((tool) => tools[tool]))}.` : 'With nothing but your hands.',
    ].join(' ');
  };
