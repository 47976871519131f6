/** What is wrong with a text that should be a backup: where, why, and what would be right. */

import type { Expected, Form, JournalProblem } from '../../../journal/document/problem.ts';
import type { Found, Path } from '../../../program/document/problem.ts';
import type { JournalProblemSentences, JournalWords } from '../../journal/journal-words.ts';
import type { ProblemWords } from '../../notices/problem-words.ts';
import type { Numbers } from '../../numbers-and-units.ts';
import { rangeWords } from '../problems/figures.ts';
import { inDocuments, json, meant, quoted, saved } from '../problems/json.ts';

const forms: Readonly<Record<Form, string>> = {
  journal: 'Écrivez un journal entre { }.',
  people: 'Écrivez entre [ ] une liste de personnes.',
  person: 'Écrivez { "id": "k3v9…", "name": "Anna" }.',
  entries: 'Écrivez entre [ ] une liste d’entrées.',
  entry: 'Écrivez une entrée entre { }, avec "kind", "id", "person", "device", "order", "at" et "zone".',
  id: 'Écrivez de 8 à 40 minuscules et chiffres.',
  moment: 'Écrivez une date et une heure UTC qui existent, de 2000 à 2099, comme "2026-11-29T12:10:00.000Z".',
  zone: 'Écrivez un fuseau horaire que cet appareil connaît, comme "Europe/Berlin".',
  name: 'Écrivez une ligne d’au plus 40 caractères, tous visibles.',
  note: 'Écrivez au plus 2000 caractères, tous visibles.',
  list: 'Écrivez entre [ ] une liste pas plus longue que le journal ne l’écrit.',
  group: 'Écrivez-le entre { }, comme le journal l’écrit.',
  yesOrNo: 'Écrivez true ou false, sans guillemets.',
  traces: 'Écrivez les courbes entre { }, chacune sous l’id de sa séance.',
  trace: 'Laissez la courbe de côté.',
  step: 'Écrivez le nom d’une étape d’un plan, comme "day1-boots", ou null.',
  word: 'Écrivez des minuscules, des chiffres et des traits d’union.',
};

function expectedWords(expected: Expected | null): string {
  if (expected === null) return 'Écrivez-le comme le journal l’écrit, ou laissez l’entrée de côté.';
  switch (expected.is) {
    case 'figure':
      return `Écrivez ${expected.range.whole ? '' : 'un nombre de '}${rangeWords(inDocuments, expected.range)}.`;
    case 'oneOf':
      return `Écrivez l’un de ceux-ci : ${inDocuments.choice(expected.words.map(quoted))}.`;
    case 'exactly':
      return `Écrivez ${typeof expected.value === 'string' ? quoted(expected.value) : expected.value}.`;
    case 'form':
      return forms[expected.form];
  }
}

function foundWords(found: Found): string {
  switch (found.is) {
    case 'text':
      return `C’est ${quoted(found.text)}.`;
    case 'number':
      return `C’est ${found.value}.`;
    case 'null':
      return 'C’est null.';
    case 'list':
      return 'C’est une liste.';
    case 'group':
      return 'C’est un groupe qui n’a pas sa place ici, ou pas sous cette forme.';
    case 'other':
      return `C’est ${found.text}.`;
  }
}

/** What an item of this list is called. An item of another list is called an entry. */
const lists: Readonly<Record<string, string>> = {
  people: 'personne',
  plans: 'plan',
  programs: 'programme',
  settings: 'réglage',
  local: 'réglage',
};

/** The cast is needed because TypeScript cannot see that a sentence and a problem are of the same kind. */
type OfAnyKind = (problem: JournalProblem) => ProblemWords;

export function problem(n: Numbers): JournalWords['problem'] {
  /** Counts from 1: "entrée 3, scores, calf". */
  const pathName = (path: Path): string => {
    const [list, at, ...rest] = path;
    if (typeof at !== 'number') return path.join(', ') || 'sauvegarde';
    const one = (typeof list === 'string' && lists[list]) || 'entrée';
    return [
      `${one} ${n.count(at + 1)}`,
      ...rest.map((key) => (typeof key === 'number' ? n.count(key + 1) : key)),
    ].join(', ');
  };
  const sentences: JournalProblemSentences = {
    ...json(n, 'backup'),
    notAJournal: ({ found }) => ({
      place: 'sauvegarde',
      reason:
        found === null ? 'Il ne dit pas qu’il est une sauvegarde.' : `Il dit qu’il est ${quoted(found)}.`,
      suggestion: saved('backup'),
    }),
    versionNewer: ({ version, found }) => ({
      place: 'version',
      reason: `Il est de la version ${found} ; cette page connaît les versions jusqu’à ${version}.`,
      suggestion: 'Rechargez la page pour avoir sa dernière version.',
    }),
    missing: ({ path, expected }) => ({
      place: pathName(path),
      reason: 'Cela manque.',
      suggestion: expectedWords(expected),
    }),
    keyUnknown: ({ path, near }) => ({
      place: pathName(path),
      reason: 'Rien de ce nom n’a sa place ici.',
      suggestion: meant(near) || 'Laissez-le de côté.',
    }),
    valueWrong: ({ path, found, expected }) => ({
      place: pathName(path),
      reason: foundWords(found),
      suggestion: expectedWords(expected),
    }),
    idTwice: ({ path }) => ({
      place: pathName(path),
      reason: 'Plus haut dans le fichier, quelque chose a le même id.',
      suggestion: 'Laissez l’un des deux de côté.',
    }),
    personUnknown: ({ path }) => ({
      place: pathName(path),
      reason: 'Sa personne n’est pas parmi celles du fichier.',
      suggestion: 'Ajoutez la personne à "people".',
    }),
    rowUnreadable: ({ path, why }) => ({
      place: pathName(path),
      reason: why === 'newer' ? 'Une version plus récente de cette page l’a écrit.' : 'Cela est abîmé.',
      suggestion:
        why === 'newer'
          ? 'Rechargez la page pour avoir sa dernière version.'
          : 'Enregistrez de nouveau le fichier là d’où il vient, ou laissez cela de côté.',
    }),
    traceDamaged: ({ path }) => ({
      place: pathName(path),
      reason: 'La courbe est abîmée.',
      suggestion: 'Enregistrez de nouveau le fichier là d’où il vient, ou laissez cette courbe de côté.',
    }),
    traceOfNothing: ({ path }) => ({
      place: pathName(path),
      reason: 'Aucune séance du fichier n’a cet id.',
      suggestion: 'Laissez cette courbe de côté.',
    }),
  };
  return (wrong) => (sentences[wrong.kind] as OfAnyKind)(wrong);
}
