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

const calendarOf = (request: ReturnType<typeof requestFor>, made: Moment = madeAt) => {
  const plan = planFor(request, null);
  return { plan, text: calendarText(plan, planWords().calendar(request.event), made) };
};

const eventsIn = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((component) => ({
    event: new ICAL.Event(component),
    status: String(component.getFirstPropertyValue('status')),
    alarms: component.getAllSubcomponents('valarm'),
  }));

const octets = (text: string): number => new TextEncoder().encode(text).length;

describe('a calendar', () => {
  it('has every step that is due, at its time, with its text and an alarm', () => {
    fc.assert(
      fc.property(anyRequestAndNow, ({ request, now }) => {
        const plan = planFor(request, now);
        const words = planWords().calendar(request.event);
        const all = eventsIn(calendarText(plan, words, madeAt));
        const read = all.filter(({ status }) => status === 'CONFIRMED');
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
        for (const { status, alarms } of all) expect(alarms.length).toBe(status === 'CANCELLED' ? 0 : 1);
        expect(new Set(all.map(({ event }) => event.uid)).size).toBe(all.length);
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

  it('has each hourly walk of a desk day, and cancels those that are done', () => {
    const desk = { event: { at: at('2026-11-30T09:00'), zone: 'UTC' as TimeZone } };
    const reports = [{ kind: 'done', at: at('2026-11-30T11:01'), step: 'day0-walk-hourly-second' } as const];
    const { text } = calendarOf(requestFor('desk', { ...desk, reports }));
    const walks = eventsIn(text).filter(({ event }) => event.uid.includes('hourly'));
    const times = (wanted: 'CONFIRMED' | 'CANCELLED') =>
      walks
        .filter(({ event }) => event.component.getFirstPropertyValue('status') === wanted)
        .map(({ event }) => event.startDate.toString().slice(11, 16));
    expect(times('CONFIRMED')).toEqual(['10:00', '12:00', '13:00', '14:00', '15:00', '16:00', '17:00']);
    expect(times('CANCELLED')).toEqual(['11:00']);
  });

  it('has the same entries, updated, when the plan changes', () => {
    const before = requestFor('marathon');
    const after = requestFor('marathon', {
      reports: [{ at: at('2026-11-30T08:00'), kind: 'soreness', soreness: 8 }],
    });
    const uids = (request: typeof before) => eventsIn(calendarOf(request).text).map(({ event }) => event.uid);
    expect(uids(before)).toEqual(expect.arrayContaining(uids(after)));
    expect(uids(after)).toEqual(expect.arrayContaining(uids(before)));
  });

  it('has a higher sequence number than every earlier one, even after a report was withdrawn', () => {
    const reported = requestFor('marathon', {
      reports: [{ at: at('2026-11-30T08:00'), kind: 'soreness', soreness: 2 }],
    });
    const sequenceOf = (request: typeof reported, made: number) =>
      new Set(eventsIn(calendarOf(request, made as Moment).text).map(({ event }) => event.sequence));
    const [first] = sequenceOf(reported, madeAt);
    const [second] = sequenceOf(requestFor('marathon'), madeAt + 1000);
    expect(sequenceOf(reported, madeAt).size).toBe(1);
    expect(second).toBe((first ?? Number.NaN) + 1);
    const [last] = sequenceOf(reported, Date.UTC(2060, 0, 1));
    expect(last).toBeLessThan(2 ** 31);
  });

  it('cancels the steps that are locked or left out, and no others', () => {
    const idsOf = (request: ReturnType<typeof requestFor>) =>
      stepsOf(planFor(request, null)).map(({ id }) => id);
    const cancelledIn = (request: ReturnType<typeof requestFor>) =>
      eventsIn(calendarOf(request).text)
        .filter(({ status }) => status === 'CANCELLED')
        .map(({ event }) => event.uid.replace(/^[0-9a-f]+-|@heartward$/g, ''));
    const well = requestFor('marathon');
    expect(cancelledIn(well)).toEqual([]);
    const tingling = requestFor('marathon', {
      reports: [{ at: at('2026-11-29T18:00'), kind: 'tingling' }],
    });
    expect(cancelledIn(tingling)).toEqual(idsOf(well).filter((id) => id.includes('boots')));
    const sore = requestFor('marathon', {
      reports: [{ at: at('2026-11-30T08:00'), kind: 'soreness', soreness: 9 }],
    });
    const left = idsOf(well).filter((id) => !idsOf(sore).includes(id));
    expect(left.length).toBeGreaterThan(0);
    expect(cancelledIn(sore)).toEqual(left);
  });

  it('leaves out steps that are over, and cancels one done before its time', () => {
    const [boots] = stepsOf(planFor(requestFor('marathon'), null)).filter(({ id }) => id.includes('boots'));
    if (boots === undefined) throw new Error('no boots step');
    const done = requestFor('marathon', {
      reports: [{ at: at('2026-11-29T14:00'), kind: 'done', step: boots.id }],
    });
    const entryAt = (made: number) =>
      eventsIn(calendarOf(done, made as Moment).text).find(({ event }) =>
        event.uid.includes(`-${boots.id}@`),
      );
    expect(entryAt(madeAt)?.status).toBe('CANCELLED');
    expect(entryAt(madeAt + 86_400_000)).toBeUndefined();
  });
});
