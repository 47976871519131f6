/** What is wrong with a text that should be a program. */

import type { DocumentProblem, Expected, Form, Found } from '../../../program/document/problem.ts';
import type { ProblemWords, WordsFor } from '../../notices/problem-words.ts';
import type { Numbers } from '../../numbers-and-units.ts';
import { rangeWords } from './figures.ts';
import { inDocuments, json, meant, quoted, saved } from './json.ts';
import { pathName } from './places.ts';

const forms: Readonly<Record<Form, string>> = {
  program: 'Écrivez un programme entre { }.',
  schemaKey: 'Laissez-le de côté.',
  shape: 'Écrivez entre { } ce que reçoit chaque partie de la jambe.',
  part: 'Écrivez { "fraction": 1, "holdFraction": 1 }.',
  pattern: 'Écrivez entre { } les chiffres du motif.',
  patternId: 'Utilisez des minuscules, des chiffres et des traits d’union : "slow-wave".',
  patternIdLength: 'Utilisez au plus 40 caractères.',
  pulse: 'Écrivez { "onSeconds": 1.5, "offSeconds": 1, "count": 2, "floor": 0.75 }.',
  list: 'Écrivez une liste entre [ ].',
  section: 'Écrivez { "parts": ["foot", "ankle", "calf"], "sweeps": 10 }.',
  sectionParts: 'Écrivez entre [ ] une liste de parties de la jambe.',
  sectionPart: 'Nommez une partie de la jambe.',
  sectionPartOnce: 'Nommez chaque partie une fois.',
  set: 'Écrivez { "intensityMmhg": 50, "minutes": 20 }.',
  setZones: 'Écrivez { "of": ["foot", "calf", "thigh"], "left": [{ "on": false }] }.',
  setLayout: 'Écrivez entre [ ] les zones d’une jambe, le pied d’abord.',
  zone: 'Écrivez { } pour une zone telle que le programme la prévoit, ou { "on": false }.',
  zones: 'Écrivez entre [ ] une liste de zones, le pied d’abord.',
  quotes: 'Écrivez-le entre guillemets.',
  yesOrNo: 'Écrivez true ou false, sans guillemets.',
};

function expectedWords(n: Numbers, expected: Expected | null): string {
  switch (expected?.is) {
    case undefined:
      return '';
    case 'figure':
      return `Écrivez ${rangeWords(inDocuments, expected.range)}.`;
    case 'line':
      return `Écrivez-le entre guillemets, sur une ligne d’au plus ${n.count(expected.most)} caractères.`;
    case 'oneOf':
      return `Écrivez ${inDocuments.choice(expected.words.map(quoted))}.`;
    case 'exactly':
      return `Écrivez ${typeof expected.value === 'string' ? quoted(expected.value) : expected.value}.`;
    case 'atMost':
      return expected.of === 'sections'
        ? `Utilisez au plus ${n.count(expected.most)} sections.`
        : `Une jambe a au plus ${n.count(expected.most)} zones.`;
    case 'atLeast':
      return `Une jambe a au moins ${n.count(expected.least)} zones.`;
    case 'form':
      return forms[expected.form];
  }
}

function foundWords(found: Found): string {
  switch (found.is) {
    case 'text':
      return `le texte ${quoted(found.text)}`;
    case 'number':
      return `le nombre ${found.value}`.replace('-', '−');
    case 'null':
      return 'null';
    case 'list':
      return 'une liste';
    case 'group':
      return 'un groupe entre { }';
    case 'other':
      return found.text;
  }
}

const both = (...sentences: readonly string[]): string => sentences.filter((each) => each !== '').join(' ');

export const document = (n: Numbers): WordsFor<DocumentProblem, ProblemWords> => ({
  linkTooLong: () => ({
    place: 'lien',
    reason: 'Il est bien trop long pour un programme.',
    suggestion: 'Redemandez-le, ou demandez un fichier.',
  }),
  linkDamaged: () => ({
    place: 'lien',
    reason: 'Il a été coupé ou modifié en route.',
    suggestion: 'Copiez le lien entier, ou redemandez-le.',
  }),
  ...json(n, 'program'),
  notAProgram: () => ({
    place: 'programme',
    reason: 'C’est du JSON, mais pas un programme : celui-ci s’écrit entre { }.',
    suggestion: saved('program'),
  }),
  formatMissing: ({ format }) => ({
    place: 'format',
    reason: 'Il ne dit pas qu’il est un programme pour Heartward.',
    suggestion: `Un programme commence par "format": "${format}".`,
  }),
  formatOther: ({ format, found }) => ({
    place: 'format',
    reason: `Il dit qu’il est ${found === null ? 'autre chose' : quoted(found)}.`,
    suggestion: `Un programme commence par "format": "${format}".`,
  }),
  versionNewer: ({ version, found }) => ({
    place: 'version',
    reason: `Il est de la version ${found}, plus récente que cette page.`,
    suggestion: `Rechargez la page pour avoir sa dernière version, ou demandez le programme en version ${version}.`,
  }),
  missing: ({ path, expected }) => ({
    place: pathName(path),
    reason: 'Cela manque.',
    suggestion: expectedWords(n, expected) || 'Ajoutez-le.',
  }),
  keyUnknown: ({ path, near }) => {
    const inside = path.slice(0, -1);
    return {
      place: pathName(path),
      reason: `Rien de tel n’est connu${inside.length > 0 ? ` dans ${pathName(inside)}` : ''}.`,
      suggestion: meant(near) || 'Laissez-le de côté.',
    };
  },
  keysUnknown: ({ path, more }) => ({
    place: pathName(path),
    reason: `${n.count(more)} ${n.plural(more, { one: 'autre clé n’y est pas connue', other: 'autres clés n’y sont pas connues' })}.`,
    suggestion: 'Laissez-les de côté.',
  }),
  wordUnknown: ({ path, word, near, expected }) => ({
    place: pathName(path),
    reason: `${quoted(word)} n’existe pas.`,
    suggestion: both(meant(near), expectedWords(n, expected)),
  }),
  textWrong: ({ path, text, expected }) => ({
    place: pathName(path),
    reason: `${quoted(text)} ne peut pas y servir.`,
    suggestion: expectedWords(n, expected),
  }),
  valueWrong: ({ path, found, expected }) => ({
    place: pathName(path),
    reason: `C’est ${foundWords(found)}.`,
    suggestion: expectedWords(n, expected),
  }),
});
