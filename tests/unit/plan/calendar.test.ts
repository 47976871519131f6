/** The calendar of a plan, read by a third-party parser. */

import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { calendarText } from '../../../src/plan/calendar/calendar.ts';
import { contentLines, escaped } from '../../../src/plan/calendar/content-line.ts';
import { planFor, stepsOf } from '../../../src/plan/plan.ts';
import { type Moment, momentOf, type TimeZone } from '../../../src/plan/time/wall-clock.ts';
import { planWords } from '../../../src/words/plan/plan-in-use.ts';
import { anyRequestAndNow } from './any-request.ts';
import { at, requestFor } from './request-for.ts';

const madeAt = Date.UTC(2026, 10, 29, 13) as Moment;

const calendarOf = (request: ReturnType<typeof requestFor>) => {
  const plan = planFor(request, null);
  return { plan, text: calendarText(plan, planWords().calendar(request.event), madeAt) };
};

const eventsIn = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((component) => ({
    event: new ICAL.Event(component),
    alarms: component.getAllSubcomponents('valarm'),
  }));

const octets = (text: string): number => new TextEncoder().encode(text).length;

describe('a calendar', () => {
  it('has every step that is due, at its time, with its text and an alarm', () => {
    fc.assert(
      fc.property(anyRequestAndNow, ({ request, now }) => {
        const plan = planFor(request, now);
        const words = planWords().calendar(request.event);
        const read = eventsIn(calendarText(plan, words, madeAt));
        const due = stepsOf(plan).filter(({ state }) => state.kind === 'due');
        expect(read).toHaveLength(due.length);
        read.forEach(({ event, alarms }, index) => {
          const step = due[index];
          if (step === undefined) throw new Error('more entries than steps');
          const from = momentOf(step.at, request.event.zone);
          expect(event.startDate.toJSDate().getTime()).toBe(from);
          expect(event.endDate.toJSDate().getTime()).toBe(from + step.action.minutes * 60_000);
          expect(event.summary).toBe(words.summary(step));
          expect(event.description).toBe(words.description(step));
          expect(alarms.map((alarm) => String(alarm.getFirstPropertyValue('trigger')))).toEqual(['PT0S']);
        });
        expect(new Set(read.map(({ event }) => event.uid)).size).toBe(read.length);
      }),
      { numRuns: 40 },
    );
  });

  it('ends every line with CRLF, and folds lines at 75 octets, never inside a character', () => {
    const { text } = calendarOf(requestFor('ultra'));
    const lines = text.split('\r\n');
    expect(lines.at(-1)).toBe('');
    for (const line of lines) {
      expect(octets(line)).toBeLessThanOrEqual(75);
      expect(line).not.toMatch(/[\r\n\ufffd]/);
    }
  });

  it('keeps any text unchanged', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const value = text.replace(/\r\n?/g, '\n').replace(/(?!\n)\p{Cc}/gu, '');
        const lines = ['BEGIN:VCALENDAR', `X-TEXT:${escaped(text)}`, 'END:VCALENDAR'];
        const raw = contentLines(lines);
        for (const line of raw.split('\r\n')) expect(octets(line)).toBeLessThanOrEqual(75);
        const unfolded = raw.replace(/\r\n /g, '');
        expect(unfolded).toContain(`X-TEXT:${escaped(text)}\r\n`);
        const back = escaped(text).replace(/\\(.)/g, (_, mark) => (mark === 'n' ? '\n' : mark));
        expect(back).toBe(value);
      }),
      { numRuns: 200 },
    );
  });

  it('keeps a walk at half past eight across a clock change', () => {
    const request = requestFor('marathon', { event: { at: at('2026-10-24T13:10') } });
    const { text } = calendarOf(request);
    const walks = eventsIn(text).filter(({ event }) => event.uid.includes('-walk@'));
    const shown = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Berlin', timeStyle: 'short' });
    expect(walks.length).toBe(14);
    for (const { event } of walks) expect(shown.format(event.startDate.toJSDate())).toBe('08:30');
    const utc = walks.map(({ event }) => event.startDate.toJSDate().getUTCHours());
    expect(new Set(utc)).toEqual(new Set([7]));
    // Before the change, in summer time, 08:30 in Berlin is 06:30 in UTC.
    const before = requestFor('marathon', { event: { at: at('2026-10-22T13:10') } });
    const first = eventsIn(calendarOf(before).text).find(({ event }) =>
      event.uid.endsWith('day1-walk@heartward'),
    );
    expect(first?.event.startDate.toJSDate().toISOString()).toBe('2026-10-23T06:30:00.000Z');
  });

  it('repeats the walks of a desk day', () => {
    const request = requestFor('desk', { event: { at: at('2026-11-30T09:00'), zone: 'UTC' as TimeZone } });
    const read = eventsIn(calendarOf(request).text).find(({ event }) => event.uid.includes('hourly'));
    const times: string[] = [];
    const iterator = read?.event.iterator();
    for (let next = iterator?.next(); next; next = iterator?.next())
      times.push(next.toString().slice(11, 16));
    expect(times).toEqual(['10:00', '11:00', '12:00', '13:00', '14:00', '15:00', '16:00', '17:00']);
  });

  it('has the same entries, updated, when the plan changes', () => {
    const before = requestFor('marathon');
    const after = requestFor('marathon', {
      reports: [{ at: at('2026-11-30T08:00'), kind: 'soreness', soreness: 8 }],
    });
    const uids = (request: typeof before) => eventsIn(calendarOf(request).text).map(({ event }) => event.uid);
    expect(uids(before)).toEqual(expect.arrayContaining(uids(after)));
    const [first] = eventsIn(calendarOf(after).text);
    expect(first?.event.sequence).toBe(1);
  });
});
