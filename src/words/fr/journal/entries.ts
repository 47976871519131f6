/** What a journal entry says, in French. */

import { mmhg, seconds } from '../../../../firmware-protocol/quantities.ts';
import type { NotedSign, Scores, SoreMuscle, SoreTime } from '../../../journal/entry.ts';
import type { SessionEnd, SessionSource } from '../../../journal/session-entry.ts';
import type { StepOfPlan } from '../../../plan/plan-id.ts';
import { events } from '../../fr/plan/names.ts';
import type { JournalPageWords } from '../../journal/journal-words.ts';
import type { Numbers } from '../../numbers-and-units.ts';
import { programName } from '../first/programs.ts';
import { names } from '../guides/names.ts';
import { endings } from '../live/endings.ts';

const times: Readonly<Record<SoreTime, string>> = {
  before: 'avant une séance',
  after: 'après une séance',
  morning: 'le matin',
};

const muscles: Readonly<Record<SoreMuscle, string>> = {
  legs: 'jambes',
  calf: 'mollets',
  quadriceps: 'quadriceps',
  hamstrings: 'ischio-jambiers',
  foot: 'pieds',
};

const signs: Readonly<Record<NotedSign, string>> = {
  marks: 'Marques sur la peau, ou douleur pendant une séance',
  tingling: 'Engourdissement ou fourmillements',
  weakness: 'Une jambe faible, ou un pied qui tombe',
  'one-calf': 'Un mollet gonflé, chaud ou rouge',
  'dark-urine': 'Urines foncées',
  'severe-pain': 'Douleur anormalement forte',
  emergency: 'Douleur à la poitrine, difficulté à respirer, confusion ou malaise',
};

const cleared = {
  emergency: 'Un médecin a regardé',
  urgent: 'Un médecin a regardé',
  clot: 'Un médecin a exclu un caillot',
  nerve: 'Un médecin a regardé',
  tingling: 'L’engourdissement ou les fourmillements sont passés',
} as const;

function sourceWords(source: SessionSource): string {
  switch (source.kind) {
    case 'followed':
      return '';
    case 'lost':
      return 'La page n’en a pas vu la fin : elle compte comme si elle avait suivi son cours.';
    case 'boots':
      return source.counted
        ? 'La page n’en a pas vu la fin ; les bottes ont dit combien elle a duré et ce que chaque zone a reçu.'
        : 'La page n’en a pas vu la fin et les bottes ont redémarré : elle compte comme si elle avait suivi son cours.';
  }
}

const stepWords = (n: Numbers, step: StepOfPlan | null): readonly string[] =>
  step === null ? [] : [`Une étape du plan : ${events[step.event]}, jour ${n.count(step.day)}`];

const scoresWords = (n: Numbers, scores: Scores): string =>
  n.list(
    Object.entries(scores).map(
      ([muscle, score]) => `${muscles[muscle as SoreMuscle]} ${n.count(score ?? 0)}`,
    ),
  );

const endWords = (ended: SessionEnd | null): string => (ended === null ? '' : endings[ended].title);

/** A guide that this version of the page does not know is named by its id. */
const guideNames: Readonly<Record<string, string>> = names;
const guideName = (guide: string): string => guideNames[guide] ?? guide;

type Parts = Pick<JournalPageWords, 'entry' | 'entryMore' | 'elsewhere' | 'doubts' | 'kinds'>;

export const entries = (n: Numbers): Parts => ({
  entry: (entry) => {
    switch (entry.kind) {
      case 'session':
        return `${entry.program === null ? 'Une séance' : programName(entry.program.name)}${entry.simulated ? ' (simulée)' : ''}, ${n.lasting(seconds(entry.lasted))}`;
      case 'guide':
        return `${guideName(entry.guide)}, ${n.measure(Math.round(entry.minutes), 'min')}`;
      case 'soreness':
        return `Courbatures ${times[entry.when]} : ${scoresWords(n, entry.scores)}`;
      case 'readiness':
        return `Forme : ${n.count(entry.score)} sur 10`;
      case 'girth':
        return `Tour de mollet : gauche ${n.figure(entry.leftCm)} cm, droit ${n.figure(entry.rightCm)} cm`;
      case 'sign':
        return signs[entry.sign];
      case 'cleared':
        return cleared[entry.sign];
      case 'screening':
        return entry.yes.length === 0
          ? 'Questions de santé : rien de tout cela'
          : `Questions de santé : ${n.count(entry.yes.length)} ${n.plural(entry.yes.length, { one: 'réponse oui', other: 'réponses oui' })}`;
      case 'note':
        return entry.text;
    }
  },
  entryMore: (entry) => {
    if (entry.kind === 'guide')
      return [...stepWords(n, entry.step), ...(entry.finished ? [] : ['Pas jusqu’au bout.'])];
    if (entry.kind !== 'session') return [];
    const dose = Math.max(0, ...entry.zones.map((zone) => zone.dose));
    return [
      `${n.withUnit(mmhg(entry.intensity))}, ${n.dose(dose)} au plus dans une zone`,
      ...[endWords(entry.ended), sourceWords(entry.source)].filter((line) => line !== ''),
      ...stepWords(n, entry.step),
    ];
  },
  elsewhere: (wall, zone) =>
    `${n.dates.time(wall)}, heure de ${zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone}`,
  doubts: {
    ahead:
      'Son heure n’est pas encore venue : l’horloge de l’appareil était fausse alors, ou l’est maintenant.',
    back: 'Quelque chose de plus récent a été noté avant : l’horloge de l’appareil a été fausse un temps.',
  },
  kinds: {
    session: 'Séances',
    guide: 'Guides',
    soreness: 'Courbatures',
    readiness: 'Forme',
    girth: 'Tours de mollet',
    sign: 'Signes d’alerte',
    cleared: 'Ce qui a rouvert',
    screening: 'Questions de sécurité',
    note: 'Notes',
  },
});
