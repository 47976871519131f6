/** Texts about programs that a person imports, saves, shares and removes, and about a new version of the page. */

import type { Program } from '../../../program/program.ts';
import type { Problem } from '../../../session/view.ts';
import type { LibraryOutcome } from '../../notices/library-outcome.ts';
import { care, type NoticeWords, news } from '../../notices/notice-words.ts';
import type { Numbers } from '../../numbers-and-units.ts';
import type { Words } from '../../words.ts';
import { programName } from '../first/programs.ts';
import { inQuotes } from '../text.ts';
import { programPurpose } from './purposes.ts';

export const library: Words['library'] = {
  own: 'Vos programmes',
  none: 'Les programmes que vous importez sont gardés ici, dans ce navigateur seulement.',
  unreadable: (count) =>
    count === 1
      ? 'Un programme de plus est gardé ici, mais cette version de la page ne peut pas le lire. Il reste où il est.'
      : `${count} programmes de plus sont gardés ici, mais cette version de la page ne peut pas les lire. Ils restent où ils sont.`,
  saveUnreadable: 'Enregistrer dans un fichier ce qui est gardé',
  bring: 'Importer un programme',
  how: 'Un fichier ou un lien ; vous pouvez le déposer n’importe où ici, ou le coller.',
  drop: 'Déposez pour importer',
  keep: 'Garder',
  edit: 'Modifier',
  make: 'Créer un programme',
  scan: 'Lire un code QR',
  save: 'Enregistrer dans un fichier',
  share: 'Partager par un lien',
  forget: (name) => `Retirer ${name}`,
  undo: 'Annuler',
  link: 'Lien vers ce programme',
  name: 'Nom',
  asSet: (set) => `Il est gardé, enregistré et partagé avec vos réglages : ${set}.`,
  copyHint: 'Il est sélectionné : copiez-le.',
};

const MOST_LISTED = 10;

function listed(n: Numbers, problems: readonly Problem[]): Pick<NoticeWords, 'advice' | 'problems'> {
  const rest = problems.length - MOST_LISTED;
  return {
    problems: problems.slice(0, MOST_LISTED),
    advice: rest > 0 ? [`Et ${n.count(rest)} de plus.`] : [],
  };
}

const unbroken = (text: string): string => text.replaceAll(' ', '\u00a0');

export const setWords =
  (n: Numbers): Words['setWords'] =>
  ({ intensity, minutes, zones }) => {
    const single = zones === null ? '' : ', zones réglées une à une';
    return `${unbroken(n.withUnit(intensity))}, ${unbroken(n.whole(minutes, 'min'))}${single}`;
  };

const refusedTitle = (what: string | null): string => {
  if (what === null) return 'Le programme de ce lien est illisible';
  return what === ''
    ? 'Le texte collé n’est pas un programme Heartward'
    : `${inQuotes(what)} n’est pas un programme Heartward`;
};

const KEPT_NOWHERE_ELSE = 'nulle part ailleurs rien n’est gardé.';

export function libraryOutcome(n: Numbers): Words['libraryOutcome'] {
  const words = setWords(n);
  const comesSet = ({ set }: Program): readonly string[] =>
    set ? [`Tel qu’il a été réglé : ${words(set)}.`] : [];
  const named = ({ name }: Program): string => inQuotes(programName(name));
  return (value: LibraryOutcome, linked: boolean): NoticeWords => {
    switch (value.kind) {
      case 'added':
        return value.again
          ? news(`${named(value.program)} est déjà parmi vos programmes`, 'Il est choisi maintenant.')
          : news(
              `${named(value.program)} est maintenant parmi vos programmes`,
              ...comesSet(value.program),
              'Il est choisi.',
            );
      case 'sent':
        return news(
          `Quelqu’un vous a envoyé ${named(value.program)}`,
          ...(value.program.purpose === '' ? [] : [programPurpose(value.program.purpose)]),
          ...comesSet(value.program),
          linked
            ? 'Il est choisi. Regardez-le avant de démarrer.'
            : 'Connectez des bottes, même simulées : il sera alors choisi.',
        );
      case 'refused':
        return { ...care(refusedTitle(value.what)), ...listed(n, value.problems) };
      case 'tooLarge':
        return care(
          `${inQuotes(value.what)} est trop grand pour un programme`,
          `Un programme a au plus ${n.count(value.most / 1024)} ko. Le fichier n’a pas été ouvert.`,
        );
      case 'notOpened':
        return care(
          `${value.files.length > 1 ? 'Non ouverts' : 'Non ouvert'} : ${n.list(value.files.map(inQuotes))}`,
          `Heartward ouvre un plan et ${n.count(value.most)} programmes à la fois.`,
        );
      case 'saved':
        return news(`Dans vos téléchargements : ${value.file}`);
      case 'copied':
        return news('Le lien est copié', `Il contient tout ${named(value.program)} ; ${KEPT_NOWHERE_ELSE}`);
      case 'link':
        return news('Voici le lien : copiez-le', `Il contient tout le programme ; ${KEPT_NOWHERE_ELSE}`);
      case 'notKept':
        return care(
          `${named(value.program)} n’est là que jusqu’à la fermeture de cette page`,
          value.why === 'storageFull'
            ? 'La place que ce navigateur donne à la page est pleine.'
            : 'Ce navigateur ne conserve rien pour cette page.',
          'Choisissez « Enregistrer dans un fichier » pour le garder ; vous pourrez le réimporter.',
        );
      case 'removed':
        return { ...news(`${named(value.program)} est retiré`), answer: 'undo' };
      case 'notForgotten':
        return care(
          `${named(value.program)} n’a pas pu être retiré`,
          'Ce navigateur ne change rien à ce qu’il garde pour la page. Réessayez plus tard.',
        );
      case 'partMissing':
        return care('Une partie de cette page n’est pas arrivée', 'Vérifiez la connexion, puis réessayez.');
      case 'newVersion':
        return {
          ...news(
            'Une nouvelle version de Heartward est prête',
            value.otherTabs
              ? 'Fermez d’abord les autres onglets avec Heartward, puis appuyez de nouveau.'
              : 'Utilisez-la maintenant, ou la prochaine fois que vous ouvrirez Heartward.',
          ),
          answer: 'useNewVersion',
        };
    }
  };
}
