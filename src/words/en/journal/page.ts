/** The words of the journal's page. Long parts of them have files of their own. */

import type { JournalPageWords } from '../../journal/journal-words.ts';
import type { Numbers } from '../../numbers-and-units.ts';
import { entries } from './entries.ts';
import { keeping } from './keeping.ts';
import { outcome } from './outcome.ts';
import { session } from './session.ts';
import { trend } from './trend.ts';

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
  month: n.dates.month,
  day: n.dates.wholeDay,
  shortDay: n.dates.shortDay,
  weekdays: n.dates.week(weekdays),
  firstWeekday: n.dates.firstWeekday,
  dayAloud: (of, { sessions, guides, soreness, sign, notes }) =>
    [
      n.dates.wholeDay(of),
      ...(sessions > 0
        ? [`${n.count(sessions)} ${n.plural(sessions, { one: 'session', other: 'sessions' })}`]
        : []),
      ...(guides > 0 ? [`${n.count(guides)} ${n.plural(guides, { one: 'guide', other: 'guides' })}`] : []),
      ...(soreness === null ? [] : [`soreness ${n.count(soreness)}`]),
      ...(sign ? ['a warning sign'] : []),
      ...(notes > 0 ? [`${n.count(notes)} ${n.plural(notes, { one: 'note', other: 'notes' })}`] : []),
    ].join(', '),
  time: n.dates.time,
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
    found: (count, listed) =>
      count === listed
        ? `${n.count(count)} found`
        : `${n.count(count)} found. Here are the newest ${n.count(listed)}; for older ones, choose days.`,
  },
});
