/** The French words of the journal's page. Long parts of them have files of their own. */

import type { JournalPageWords } from '../../journal/journal-words.ts';
import type { Numbers } from '../../numbers-and-units.ts';
import { entries } from './entries.ts';
import { keeping } from './keeping.ts';
import { outcome } from './outcome.ts';
import { session } from './session.ts';
import { trend } from './trend.ts';

const weekdays = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'].map((long) => ({
  long,
  short: long.slice(0, 2),
}));

export const pageWords = (n: Numbers): JournalPageWords => ({
  title: 'Journal',
  calendar: 'Calendrier',
  find: 'Chercher',
  trends: 'Tendances',
  keep: 'Garder et partager',
  earlier: 'Mois précédent',
  later: 'Mois suivant',
  today: 'Aujourd’hui',
  nothing:
    'Rien encore. Séances et guides se notent ici d’eux-mêmes ; tout le reste, vous pouvez l’ajouter à un jour.',
  nothingDay: 'Rien n’a été noté ce jour-là.',
  add: 'Ajouter à ce jour',
  erase: 'Effacer',
  restore: 'Remettre',
  back: 'Retour au calendrier',
  month: n.dates.month,
  day: n.dates.wholeDay,
  shortDay: n.dates.shortDay,
  weekdays: n.dates.week(weekdays),
  firstWeekday: n.dates.firstWeekday,
  dayAloud: (of, { sessions, guides, soreness, sign, notes }) =>
    [
      n.dates.wholeDay(of),
      ...(sessions > 0
        ? [`${n.count(sessions)} ${n.plural(sessions, { one: 'séance', other: 'séances' })}`]
        : []),
      ...(guides > 0 ? [`${n.count(guides)} ${n.plural(guides, { one: 'guide', other: 'guides' })}`] : []),
      ...(soreness === null ? [] : [`courbatures ${n.count(soreness)}`]),
      ...(sign ? ['un signe d’alerte'] : []),
      ...(notes > 0 ? [`${n.count(notes)} ${n.plural(notes, { one: 'note', other: 'notes' })}`] : []),
    ].join(', '),
  time: n.dates.time,
  ...entries(n),
  outcome: outcome(n),
  session: session(n),
  trend: trend(n),
  keeping: keeping(n),
  form: {
    soreness: 'Vos jambes sont-elles courbaturées ?',
    sorenessMore: 'Par muscle',
    readiness: 'Quelle est votre forme ?',
    readinessLeast: '0 = à plat',
    readinessMost: '10 = prêt à tout',
    girth: 'Tour des mollets, cm',
    left: 'Mollet gauche, cm',
    right: 'Mollet droit, cm',
    note: 'Note',
    save: 'Enregistrer',
    noted: 'C’est noté.',
    when: { before: 'Avant une séance', after: 'Après une séance', morning: 'Le matin' },
    muscles: {
      legs: 'Jambes',
      calf: 'Mollets',
      quadriceps: 'Quadriceps',
      hamstrings: 'Ischio-jambiers',
      foot: 'Pieds',
    },
  },
  finding: {
    text: 'Mots',
    kind: 'Quoi',
    from: 'Du',
    to: 'Au',
    alarms: 'Seulement les séances avec un défaut ou un avertissement',
    all: 'Tout',
    none: 'Rien n’a été trouvé.',
    found: (count, listed) => {
      const all = `${n.count(count)} ${n.plural(count, { one: 'trouvé', other: 'trouvés' })}`;
      return count === listed
        ? all
        : `${all}. Voici les ${n.count(listed)} plus récents ; pour les plus anciens, choisissez des jours.`;
    },
  },
});
