/** Texts about a session that an earlier page left behind, or that another tab runs. */

import { care, news } from '../../notices/notice-words.ts';
import type { Words } from '../../words.ts';
import { programName } from '../first/programs.ts';
import { inQuotes } from '../text.ts';

export const leftBehind: Words['leftBehind'] = ({ kind, program }) => {
  const name = inQuotes(programName(program));
  switch (kind) {
    case 'simulatedLeft':
      return news(
        `La séance ${name} a pris fin avec sa page`,
        'Les bottes simulées vivent dans la page : quand elle est fermée ou rechargée, elles disparaissent. Pas les vraies.',
      );
    case 'bootsLeft':
      return care(
        `Une séance était en cours quand la page a été fermée : ${name}`,
        'Appuyez sur « Connecter des bottes » et choisissez les mêmes. Si elles jouent encore, la séance continue où elle en est.',
        'Pour les arrêter sans la page, pressez le bouton des bottes, ou débranchez le tuyau.',
      );
    case 'otherTab':
      return care(
        `${name} est en cours dans un autre onglet de ce navigateur`,
        'C’est lui qui la pilote. Ici, vous pouvez la suivre et l’arrêter : appuyez sur « Connecter des bottes » et choisissez les mêmes.',
        'Si cet onglet se bloque, la séance continue ici.',
      );
    case 'pairLeft':
      return care(
        `Une séance était en cours quand la page a été fermée : ${name}`,
        'Appuyez sur « Connecter des bottes », choisissez une des deux, puis ajoutez l’autre. Si elles jouent encore, la séance continue où elle en est.',
        'Pour les arrêter sans la page, pressez le bouton des deux bottes, ou débranchez les tuyaux.',
      );
  }
};
