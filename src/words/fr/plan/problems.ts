/** What is wrong with a text that should be a plan: where, why, and what would be right. */

import type { Expected, Form, PlanProblem } from '../../../plan/document/problem.ts';
import type { Found, Path } from '../../../program/document/problem.ts';
import type { ProblemWords } from '../../notices/problem-words.ts';
import type { Numbers } from '../../numbers-and-units.ts';
import type { PlanProblemSentences, PlanWords } from '../../plan/plan-words.ts';
import { rangeWords } from '../problems/figures.ts';
import { inDocuments, json, meant, quoted, saved } from '../problems/json.ts';

const forms: Readonly<Record<Form, string>> = {
  plan: 'Écrivez un plan entre { }.',
  event: 'Écrivez { "kind": "marathon", "at": "2026-11-29T13:10", "zone": "Europe/Berlin" }.',
  person: 'Écrivez { "owns": ["boots"] }.',
  report: 'Écrivez un rapport entre { }, avec "kind" et "at".',
  wallTime: 'Écrivez une date et une heure qui existent, de 2000 à 2099, comme "2026-11-29T13:10".',
  zone: 'Écrivez un fuseau horaire que cet appareil connaît, comme "Europe/Berlin".',
  step: 'Écrivez le nom d’une étape, comme "day1-walk".',
};

function expectedWords(n: Numbers, expected: Expected): string {
  switch (expected.is) {
    case 'figure': {
      const { range, optional } = expected;
      return `Écrivez ${range.whole ? '' : 'un nombre de '}${rangeWords(inDocuments, range)}${optional ? ', ou laissez-le de côté' : ''}.`;
    }
    case 'oneOf':
      return `Écrivez ${inDocuments.choice(expected.words.map(quoted))}.`;
    case 'someOf':
      return `Écrivez entre [ ] une liste de ${inDocuments.list(expected.words.map(quoted))}.`;
    case 'exactly':
      return `Écrivez ${typeof expected.value === 'string' ? quoted(expected.value) : expected.value}.`;
    case 'atMost':
      return `Écrivez entre [ ] une liste d’au plus ${n.count(expected.most)} rapports.`;
    case 'form':
      return forms[expected.form];
    case 'nothing':
      return 'Laissez-le de côté.';
  }
}

function foundWords(found: Found): string {
  switch (found.is) {
    case 'text':
      return quoted(found.text);
    case 'number':
      return String(found.value);
    case 'null':
      return 'null';
    case 'list':
      return '[ ]';
    case 'group':
      return '{ }';
    case 'other':
      return found.text;
  }
}

/** The cast is needed because TypeScript cannot see that a sentence and a problem are of the same kind. */
type OfAnyKind = (problem: PlanProblem) => ProblemWords;

export function problem(n: Numbers): PlanWords['problem'] {
  const keyName = (key: string | number): string =>
    typeof key === 'number' ? `rapport ${n.count(key + 1)}` : key;
  /** Counts from 1: "reports, rapport 2, soreness". */
  const pathName = (path: Path): string => path.map(keyName).join(', ') || 'plan';
  const sentences: PlanProblemSentences = {
    ...json(n, 'plan'),
    linkTooLong: () => ({
      place: 'lien',
      reason: 'Il est bien trop long pour un plan.',
      suggestion: 'Redemandez-le, ou demandez un fichier.',
    }),
    linkDamaged: () => ({
      place: 'lien',
      reason: 'Il a été coupé ou modifié en route.',
      suggestion: 'Copiez le lien entier, ou redemandez-le.',
    }),
    notAPlan: ({ found }) => ({
      place: 'plan',
      reason: found === null ? 'Il ne dit pas qu’il est un plan.' : `Il dit qu’il est ${quoted(found)}.`,
      suggestion: saved('plan'),
    }),
    versionNewer: ({ version, found }) => ({
      place: 'version',
      reason: `Il est de la version ${found} ; cette page connaît les versions jusqu’à ${version}.`,
      suggestion: 'Rechargez la page pour avoir sa dernière version.',
    }),
    missing: ({ path, expected }) => ({
      place: pathName(path),
      reason: 'Cela manque.',
      suggestion: expectedWords(n, expected),
    }),
    keyUnknown: ({ path, near }) => ({
      place: [...path.slice(0, -1).map(keyName), ...path.slice(-1).map((key) => quoted(String(key)))].join(
        ', ',
      ),
      reason: 'Rien de ce nom n’a sa place ici.',
      suggestion: meant(near) || 'Laissez-le de côté.',
    }),
    valueWrong: ({ path, found, expected }) => ({
      place: pathName(path),
      reason: `C’est ${foundWords(found)}.`,
      suggestion: expectedWords(n, expected),
    }),
  };
  return (wrong) => (sentences[wrong.kind] as OfAnyKind)(wrong);
}
