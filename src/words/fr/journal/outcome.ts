/** Texts about the result of saving a backup or table, of reading a backup, or of erasing. */

import type { JournalOutcome } from '../../journal/journal-outcome.ts';
import type { JournalPageWords } from '../../journal/journal-words.ts';
import type { Numbers } from '../../numbers-and-units.ts';
import type { LockWords } from '../../plan/plan-words.ts';
import { capital } from '../text.ts';
import { problem } from './problems.ts';

const notKept = {
  storageFull:
    'Il n’y a plus de place sur cet appareil. Ce que vous aviez est inchangé. Libérez de la place, ou faites une sauvegarde de ce qui est là, puis réessayez.',
  noStorage: 'Ce navigateur ne conserve rien pour cette page.',
  unreadable:
    'Ce qui est gardé est illisible pour cette version de la page. Rechargez-la pour avoir la dernière.',
} as const;

type Imported = Extract<JournalOutcome, { readonly kind: 'imported' }>;

export function outcome(n: Numbers): JournalPageWords['outcome'] {
  const problemWords = problem(n);
  const entries = (count: number, verb: { readonly one: string; readonly other: string }): string =>
    `${n.count(count)} ${n.plural(count, { one: 'entrée', other: 'entrées' })}${n.plural(count, verb)}`;
  const alone = { one: '', other: '' };
  const added = ({ entries: many, plans, programs, settings }: Imported['restored']): string => {
    const parts = [
      ...(many === 0 ? [] : [entries(many, alone)]),
      ...(plans === 0 ? [] : [`${n.count(plans)} ${n.plural(plans, { one: 'plan', other: 'plans' })}`]),
      ...(programs === 0
        ? []
        : [`${n.count(programs)} ${n.plural(programs, { one: 'programme', other: 'programmes' })}`]),
      ...(settings === 0
        ? []
        : [`${n.count(settings)} ${n.plural(settings, { one: 'réglage', other: 'réglages' })}`]),
    ];
    return parts.length === 0 ? 'Rien de nouveau dedans' : `Ajouté : ${n.list(parts)}`;
  };
  return (of: JournalOutcome): LockWords => {
    switch (of.kind) {
      case 'saved':
        return {
          title: 'Dans vos téléchargements',
          advice: [
            `${of.file} : ${entries(of.entries, alone)}.`,
            ...(of.leftOut === 0
              ? []
              : [
                  `N’y ${n.plural(of.leftOut, { one: 'est', other: 'sont' })} pas : ${n.count(of.leftOut)} ${n.plural(of.leftOut, { one: 'élément', other: 'éléments' })} que cette page ne peut pas lire et qui ${n.plural(of.leftOut, { one: 'reste', other: 'restent' })} sur cet appareil. Une version plus récente de la page le peut peut-être : rechargez-la, puis enregistrez à nouveau.`,
                ]),
          ],
        };
      case 'imported':
        return {
          title: added(of.restored),
          advice: [
            ...(of.known === 0
              ? []
              : [`${entries(of.known, { one: ' était déjà là', other: ' étaient déjà là' })}.`]),
            ...(of.otherPlans === 0
              ? []
              : ['Le plan qui est là reste ; celui de la sauvegarde n’a pas été repris.']),
          ],
        };
      case 'refused':
        return {
          title: `${of.file} n’est pas une sauvegarde lisible. Rien n’a été importé.`,
          advice: of.problems.map((one) => {
            const { place, reason, suggestion } = problemWords(one);
            return `${capital(place)} : ${reason} ${suggestion}`;
          }),
        };
      case 'tooLarge':
        return { title: `${of.file} est trop grand pour une sauvegarde`, advice: ['Rien n’a été importé.'] };
      case 'notImported':
        return { title: 'Rien n’a été importé', advice: [notKept[of.why]] };
      case 'erasedAll':
        return { title: 'Tout est effacé', advice: [] };
      case 'notErased':
        return {
          title: 'Tout n’a pas pu être effacé',
          advice: ['Effacez plutôt les données de cette page dans les réglages du navigateur.'],
        };
      case 'erased':
        return { title: 'Effacé', advice: [] };
    }
  };
}
