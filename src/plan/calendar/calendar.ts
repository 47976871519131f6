/**
 * Writes the steps that are due as a calendar file (RFC 5545), each with an alarm, which works with the page closed. Times are in UTC,
 * computed for each date from the plan's time zone: so a step keeps its local time when the clocks change, and the calendar need not know
 * the zone.
 */

import { type Plan, stepsOf } from '../plan.ts';
import { planId } from '../plan-id.ts';
import type { Step } from '../step.ts';
import { type Moment, momentAfter, momentOf } from '../time/wall-clock.ts';
import { contentLines, escaped } from './content-line.ts';

export interface CalendarWords {
  readonly name: string;
  summary(step: Step): string;
  description(step: Step): string;
}

const utc = (at: Moment): string => new Date(at).toISOString().replace(/[-:]|\.\d+/g, '');

function entry(step: Step, plan: Plan, words: CalendarWords, stamp: string): readonly string[] {
  const { action, at, id } = step;
  const from = momentOf(at, plan.request.event.zone);
  const summary = escaped(words.summary(step));
  return [
    'BEGIN:VEVENT',
    // The UID stays the same, so that importing a newer calendar of the plan updates its entries instead of duplicating them.
    `UID:${planId(plan.request.event)}-${id}@heartward`,
    `DTSTAMP:${stamp}`,
    `DTSTART:${utc(from)}`,
    `DTEND:${utc(momentAfter(from, action.minutes))}`,
    ...(action.kind === 'walk' && action.every !== null
      ? [`RRULE:FREQ=MINUTELY;INTERVAL=${action.every.minutes};COUNT=${action.every.times}`]
      : []),
    `SEQUENCE:${plan.request.reports.length}`,
    `SUMMARY:${summary}`,
    `DESCRIPTION:${escaped(words.description(step))}`,
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    'TRIGGER:PT0S',
    `DESCRIPTION:${summary}`,
    'END:VALARM',
    'END:VEVENT',
  ];
}

/** @param madeAt when the file is made @returns text with lines that end in CRLF */
export function calendarText(plan: Plan, words: CalendarWords, madeAt: Moment): string {
  const stamp = utc(madeAt);
  return contentLines([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Heartward//Recovery plan//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(words.name)}`,
    ...stepsOf(plan)
      .filter(({ state }) => state.kind === 'due')
      .flatMap((step) => entry(step, plan, words, stamp)),
    'END:VCALENDAR',
  ]);
}
