/** Trends of the journal, in French. */

import type { JournalPageWords } from '../../journal/journal-words.ts';
import type { Numbers } from '../../numbers-and-units.ts';

export const trend = (n: Numbers): JournalPageWords['trend'] => ({
  soreness: 'Courbatures, 0 à 10',
  dose: `Plus forte dose d’une zone en 24 heures, ${n.doseUnit}`,
  readiness: 'Forme, 0 à 10',
  advised: 'conseillé au plus',
  refused: 'refusé au-delà',
  none: 'Rien n’a été noté pendant ce temps.',
  table: 'En tableau',
  day: 'Jour',
  value: 'Valeur',
  range: 'Période affichée',
  ranges: { month: '30 derniers jours', year: 'Dernière année', all: 'Tout' },
  summary: ({ sessions, minutes, guides, alarms }) =>
    `${n.count(sessions)} ${n.plural(sessions, { one: 'séance', other: 'séances' })} avec ${n.count(minutes)} ${n.plural(minutes, { one: 'minute', other: 'minutes' })} dans les bottes, ${n.count(guides)} ${n.plural(guides, { one: 'guide', other: 'guides' })}, ${n.count(alarms)} ${n.plural(alarms, { one: 'défaut ou avertissement', other: 'défauts et avertissements' })}.`,
  series: (name) => name,
});
