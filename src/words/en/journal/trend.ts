/** Trends of the journal. */

import type { JournalPageWords } from '../../journal/journal-words.ts';
import type { Numbers } from '../../numbers-and-units.ts';

export const trend = (n: Numbers): JournalPageWords['trend'] => ({
  soreness: 'Soreness, 0 to 10',
  dose: `Highest dose of one zone in 24 hours, ${n.doseUnit}`,
  readiness: 'Readiness, 0 to 10',
  advised: 'advised at most',
  refused: 'refused above',
  none: 'Nothing was noted in this time.',
  table: 'As a table',
  day: 'Day',
  value: 'Value',
  range: 'Time shown',
  ranges: { month: 'Last 30 days', year: 'Last year', all: 'All' },
  summary: ({ sessions, minutes, guides, alarms }) =>
    `${n.count(sessions)} ${n.plural(sessions, { one: 'session', other: 'sessions' })} with ${n.count(minutes)} minutes in the boots, ${n.count(guides)} ${n.plural(guides, { one: 'guide', other: 'guides' })}, ${n.count(alarms)} ${n.plural(alarms, { one: 'fault or warning', other: 'faults and warnings' })}.`,
  series: (name) => name,
});
