/** What is wrong with a text that should be a document of any kind: a program, a plan or a backup. */

import type { DocumentProblem, JsonProblem } from '../../../program/document/problem.ts';
import type { ProblemWords, WordsFor } from '../../notices/problem-words.ts';
import { type Numbers, numbersIn } from '../../numbers-and-units.ts';

/** Writes numbers as JSON documents have them: pressures in mmHg, and a point before decimals. */
export const inDocuments = numbersIn({ pressureUnit: 'mmHg', language: 'fr', locale: 'en' });

export const quoted = (text: string): string => `"${text}"`;
export const meant = (near: string | null): string => (near === null ? '' : `Vouliez-vous dire "${near}" ?`);

type Kind = 'program' | 'plan' | 'backup';

const kinds: Readonly<Record<Kind, string>> = {
  program: 'programme',
  plan: 'plan',
  backup: 'fichier de sauvegarde',
};

export const saved = (kind: Kind): string =>
  `Choisissez un fichier enregistré comme ${kind === 'backup' ? 'sauvegarde' : kinds[kind]}.`;

type AnyDocument = JsonProblem | Extract<DocumentProblem, { readonly kind: 'versionMissing' | 'moreWrong' }>;

export function json(n: Numbers, kind: Kind): WordsFor<AnyDocument, ProblemWords> {
  const name = kinds[kind];
  const whole = (reason: string, suggestion: string): ProblemWords => ({ place: name, reason, suggestion });
  return {
    documentEmpty: () => whole('Il n’y a rien dedans.', saved(kind)),
    documentTooLong: ({ length, most }) =>
      whole(
        `Il a ${n.count(length)} caractères ; un ${name} n’en a pas plus de ${n.count(most)}.`,
        saved(kind),
      ),
    webPage: () =>
      whole(
        `C’est une page web, pas un ${name}.`,
        `Enregistrez le ${name} lui-même, pas la page qui le montre.`,
      ),
    noBrace: () => whole(`Il ne commence pas par {, comme le fait un ${name}.`, saved(kind)),
    tooDeep: ({ most }) =>
      whole(
        `Il a plus de ${n.count(most)} crochets et accolades imbriqués ; aucun ${name} n’en a autant.`,
        saved(kind),
      ),
    jsonCutOff: () =>
      whole('Il s’interrompt avant la fin.', 'Copiez-le ou allez le chercher de nouveau, en entier.'),
    jsonWrong: ({ line, column, near }) => ({
      place: `ligne ${line}, colonne ${column}`,
      reason:
        near === null ? 'Il y a ici une erreur de JSON.' : `Il y a une erreur de JSON à ${quoted(near)}.`,
      suggestion: 'Cherchez-y une virgule ou un guillemet de trop ou de moins.',
    }),
    notJson: () =>
      whole(
        'Ce n’est pas du JSON, ou il en manque une partie.',
        `Comparez-le avec un ${name} enregistré d’ici.`,
      ),
    keyTwice: ({ key }) => ({
      place: quoted(key),
      reason: 'Cette clé est plusieurs fois dans le même objet.',
      suggestion: 'N’en gardez qu’une.',
    }),
    crowded: ({ entries, most }) =>
      whole(
        `Une liste ou un groupe y a ${n.count(entries)} éléments ; dans un ${name}, aucun n’en a plus de ${n.count(most)}.`,
        saved(kind),
      ),
    versionMissing: ({ version }) => ({
      place: 'version',
      reason: 'Il ne dit pas de quelle version du format il est.',
      suggestion: `Écrivez "version": ${version}.`,
    }),
    moreWrong: ({ more }) =>
      whole(
        `${n.count(more)} ${n.plural(more, { one: 'autre erreur', other: 'autres erreurs' })}.`,
        'Corrigez d’abord celles-ci.',
      ),
  };
}
