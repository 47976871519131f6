/**
 * Writes the plan as a calendar file (RFC 5545). Each step that is due has an alarm, which works with the page closed. A step that an
 * earlier file may have had, and that is not to be done any more, is cancelled. Times are in UTC, computed for each date from the plan's
 * time zone: so a step keeps its local time when the clocks change, and the calendar need not know the zone.
 */

import { type Plan, planFor, stepsOf } from '../plan.ts';
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

/** Sequence numbers count seconds from here: unlike seconds since 1970, they stay within RFC 5545's 32-bit integers after 2038. */
const SEQUENCE_START = Date.UTC(2025, 0, 1);

/** Rises from file to file, so that a calendar takes the newer one, even if reports have been withdrawn in between. */
const sequence = (madeAt: Moment): number => Math.max(0, Math.floor((madeAt - SEQUENCE_START) / 1000));

const alarm = (summary: string): readonly string[] => [
  'BEGIN:VALARM',
  'ACTION:DISPLAY',
  'TRIGGER:PT0S',
  `DESCRIPTION:${summary}`,
  'END:VALARM',
];

function entry(
  step: Step,
  how: 'due' | 'cancelled',
  plan: Plan,
  words: CalendarWords,
  madeAt: Moment,
): readonly string[] {
  const { action, at, id } = step;
  const from = momentOf(at, plan.request.event.zone);
  const summary = escaped(words.summary(step));
  return [
    'BEGIN:VEVENT',
    // The UID stays the same, so that importing a newer calendar of the plan updates its entries instead of duplicating them.
    `UID:${planId(plan.request.event)}-${id}@heartward`,
    `DTSTAMP:${utc(madeAt)}`,
    `DTSTART:${utc(from)}`,
    `DTEND:${utc(momentAfter(from, action.minutes))}`,
    `SEQUENCE:${sequence(madeAt)}`,
    `STATUS:${how === 'due' ? 'CONFIRMED' : 'CANCELLED'}`,
    `SUMMARY:${summary}`,
    `DESCRIPTION:${escaped(words.description(step))}`,
    'TRANSP:TRANSPARENT',
    ...(how === 'due' ? alarm(summary) : []),
    'END:VEVENT',
  ];
}

/** The steps that are not over but are locked, skipped or done, and those that the plan has left out because of its reports. */
function cancelled(plan: Plan, madeAt: Moment): readonly Step[] {
  const { request } = plan;
  const steps = stepsOf(plan);
  const ids = new Set(steps.map(({ id }) => id));
  const atFirst = stepsOf(planFor({ ...request, reports: [] }, null));
  return [
    ...steps.filter(({ state }) => state.kind !== 'due'),
    ...atFirst.filter(({ id }) => !ids.has(id)),
  ].filter((step) => momentAfter(momentOf(step.at, request.event.zone), step.action.minutes) > madeAt);
}

/** @param madeAt when the file is made @returns text with lines that end in CRLF */
export function calendarText(plan: Plan, words: CalendarWords, madeAt: Moment): string {
  return contentLines([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Heartward//Recovery plan//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(words.name)}`,
    ...stepsOf(plan)
      .filter(({ state }) => state.kind === 'due')
      .flatMap((step) => entry(step, 'due', plan, words, madeAt)),
    ...cancelled(plan, madeAt).flatMap((step) => entry(step, 'cancelled', plan, words, madeAt)),
    'END:VCALENDAR',
  ]);
}
