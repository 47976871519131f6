/** How the boots fit, judged by the first low filling. */

import type { FitFinding } from '../../../diagnosis/boots-fit.ts';
import { inSentences } from '../../live/spoken-parts.ts';
import type { WordsFor } from '../../notices/problem-words.ts';
import type { NoticeSentences } from '../../words.ts';
import { place, sides } from '../body.ts';

const titles: WordsFor<FitFinding, string> = {
  noLeg: ({ side }) => `Botte ${sides[side]} : y a-t-il une jambe dedans ?`,
  loose: ({ side }) => `Botte ${sides[side]} : sa fermeture est-elle fermée ?`,
  leak: ({ side, part }) => `${place(side, part)} : perd de l’air`,
};

const advice: Readonly<Record<FitFinding['kind'], string>> = {
  noLeg:
    'Elle est nettement plus raide que l’autre. Si elle est vide, ou bien trop serrée, pressez Arrêter et remettez-la.',
  loose:
    'Elle a pris nettement plus d’air que l’autre avant d’être tendue. Si elle est lâche, pressez Arrêter, fermez-la et recommencez.',
  leak: 'La pression y est tombée alors que ses vannes étaient fermées. Pressez Arrêter, vérifiez le tuyau aux deux bouts et la fermeture, puis recommencez. Si cela se répète, cette partie fuit.',
};

const titleOf = (finding: FitFinding): string =>
  (titles[finding.kind] as (finding: FitFinding) => string)(finding);

export const misfit: NoticeSentences['misfit'] = ({ findings, held }) => {
  const [first, ...more] = findings;
  return {
    urgency: 'care',
    title: first ? titleOf(first) : '',
    advice: [
      ...(first ? [advice[first.kind]] : []),
      ...more.map((finding) => inSentences([titleOf(finding), advice[finding.kind]])),
      ...(held
        ? ['Cette page a mis la séance en pause. Pour continuer malgré tout, pressez Reprendre.']
        : []),
    ],
    answer: held ? 'none' : 'dismiss',
  };
};
