/** The words of the journal's page. Long parts of them have files of their own. */

import type { CalendarDay } from '../../../plan/time/wall-clock.ts';
import type { JournalPageWords } from '../../journal/journal-words.ts';
import type { Numbers } from '../../numbers-and-units.ts';
import { entries } from './entries.ts';
import { keeping } from './keeping.ts';
import { outcome } from './outcome.ts';
import { session } from './session.ts';
import { trend } from './trend.ts';

/** A day is formatted as UTC, so that the reader's time zone cannot shift the day. */
const dates = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' });
const whole = dates({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const short = dates({ day: 'numeric', month: 'short' });
const month = dates({ month: 'long', year: 'numeric' });
const at = (day: string): Date => new Date(`${day}T00:00Z`);

const day = (of: CalendarDay): string => whole.format(at(of)).replace(',', '');

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'].map(
  (long) => ({
    long,
    short: long.slice(0, 2),
  }),
);

export const pageWords = (n: Numbers): JournalPageWords => ({
  title: 'Journal',
  calendar: 'Calendar',
  find: 'Find',
  trends: 'Trends',
  keep: 'Keep and share',
  earlier: 'Earlier month',
  later: 'Later month',
  today: 'Today',
  nothing:
    'Nothing yet. Sessions and guides are noted here automatically; you can add anything else to a day.',
  nothingDay: 'Nothing was noted on this day.',
  add: 'Add to this day',
  erase: 'Erase',
  restore: 'Put it back',
  back: 'Back to the calendar',
  month: (of) => month.format(at(`${of}-01`)),
  day,
  shortDay: (of) => short.format(at(of)),
  weekdays,
  dayAloud: (of, { sessions, guides, soreness, sign, notes }) =>
    [
      day(of),
      ...(sessions > 0
        ? [`${n.count(sessions)} ${n.plural(sessions, { one: 'session', other: 'sessions' })}`]
        : []),
      ...(guides > 0 ? [`${n.count(guides)} ${n.plural(guides, { one: 'guide', other: 'guides' })}`] : []),
      ...(soreness === null ? [] : [`soreness ${n.count(soreness)}`]),
      ...(sign ? ['a warning sign'] : []),
      ...(notes > 0 ? [`${n.count(notes)} ${n.plural(notes, { one: 'note', other: 'notes' })}`] : []),
    ].join(', '),
  time: (wall) => wall.slice(11),
  ...entries(n),
  outcome: outcome(n),
  session: session(n),
  trend: trend(n),
  keeping: keeping(n),
  form: {
    soreness: 'How sore are your legs?',
    sorenessMore: 'By muscle',
    readiness: 'How ready do you feel?',
    readinessLeast: '0 = spent',
    readinessMost: '10 = ready for anything',
    girth: 'Calf girth, cm',
    left: 'Left calf, cm',
    right: 'Right calf, cm',
    note: 'Note',
    save: 'Save',
    noted: 'Noted.',
    when: { before: 'Before a session', after: 'After a session', morning: 'In the morning' },
    muscles: {
      legs: 'Legs',
      calf: 'Calves',
      quadriceps: 'Quadriceps',
      hamstrings: 'Hamstrings',
      foot: 'Feet',
    },
  },
  finding: {
    text: 'Words',
    kind: 'What',
    from: 'From',
    to: 'To',
    alarms: 'Only sessions with a fault or a warning',
    all: 'Everything',
    none: 'Nothing was found.',
    found: (count) => `${n.count(count)} found`,
  },
});
