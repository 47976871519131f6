/** Texts about the result of an action on a program in the editor. */

import type { EditorWords } from '../../editor/editor-words.ts';
import type { Numbers } from '../../numbers-and-units.ts';
import { programName } from '../first/programs.ts';
import { inQuotes } from '../text.ts';

const why = {
  storageFull: 'Ce navigateur n’a plus de place pour lui. Enregistrez-le dans un fichier.',
  noStorage: 'Ce navigateur ne conserve rien pour cette page. Enregistrez-le dans un fichier.',
} as const;

const CARRIES_ALL = 'Il contient tout le programme. Aucun serveur ne le voit.';

export function outcome(n: Numbers): EditorWords['outcome'] {
  const named = ({ name }: { readonly name: string }): string => inQuotes(programName(name));
  return (result) => {
    switch (result.kind) {
      case 'kept':
        return { title: `${named(result.program)} est enregistré parmi vos programmes.`, lines: [] };
      case 'notKept':
        return {
          title: `${named(result.program)} dure seulement jusqu’à la fermeture de la page.`,
          lines: [why[result.why]],
        };
      case 'taken':
        return { title: `${named(result.program)} est maintenant parmi vos programmes.`, lines: [] };
      case 'refused':
        return { title: 'Le programme de ce code ne peut pas être utilisé.', lines: [] };
      case 'duplicated':
        return {
          title: `C’est maintenant ${named(result.program)}.`,
          lines: ['Les deux sont parmi vos programmes.'],
        };
      case 'removed':
        return { title: `${named(result.program)} est retiré.`, lines: [] };
      case 'notRemoved':
        return { title: `${named(result.program)} n’a pas pu être retiré.`, lines: ['Réessayez.'] };
      case 'toPutRight':
        return {
          title: n.plural(result.problems, {
            one: 'Corrigez d’abord un problème.',
            other: `Corrigez d’abord ${n.count(result.problems)} problèmes.`,
          }),
          lines: ['Chacun est indiqué à côté de son champ.'],
        };
      case 'saved':
        return { title: `Dans vos téléchargements : ${result.file}`, lines: [] };
      case 'linkCopied':
        return { title: 'Le lien est copié.', lines: [CARRIES_ALL] };
      case 'link':
        return { title: 'Copiez ce lien.', lines: [CARRIES_ALL] };
      case 'code':
        return { title: 'Pointez l’appareil photo d’un téléphone sur ce code.', lines: [CARRIES_ALL] };
      case 'codeTooLarge':
        return {
          title: 'Le programme est trop grand pour un code QR.',
          lines: ['Enregistrez-le plutôt dans un fichier.'],
        };
      case 'partMissing':
        return {
          title: 'Une partie de cette page n’est pas arrivée.',
          lines: ['Vérifiez la connexion, puis réessayez.'],
        };
    }
  };
}
