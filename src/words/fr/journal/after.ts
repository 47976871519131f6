/** The questions after a session, in French. */

import type { Compared } from '../../../journal/views/last-time.ts';
import type { JournalWords } from '../../journal/journal-words.ts';
import type { Numbers } from '../../numbers-and-units.ts';

const figures = (n: Numbers, { lasted, intensity, dose }: Compared): string =>
  `${n.lasting(lasted)} à ${n.withUnit(intensity)}, ${n.dose(dose)} au plus dans une zone`;

export const after = (n: Numbers): JournalWords['after'] => ({
  feel: 'Comment vont vos jambes ?',
  least: '0 = fraîches',
  most: '10 = courbaturées au plus haut point',
  numb: 'Un engourdissement ou des fourmillements ?',
  marks:
    'La dernière fois, il y a eu des marques ou une douleur. Encore cette fois ? Les marques comptent si elles restent plus de 30 min.',
  marksNext: (less) =>
    `La prochaine fois, réglez ${n.withUnit(less)} de moins que cette fois, ou désactivez cette zone.`,
  yes: 'Oui',
  no: 'Non',
  else: 'Autre chose ne va pas',
  elseWhat: 'Dites-le ici : cela ferme ce qu’il ne faut pas faire, et vous dit que faire.',
  signs: {
    tingling: 'Engourdissement ou fourmillements',
    marks: 'Marques sur la peau plus de 30 min, ou douleur pendant la séance',
    weakness: 'Une jambe faible, ou un pied qui tombe',
    'one-calf': 'Un mollet est gonflé, chaud ou rouge',
    'severe-pain': 'Douleur anormalement forte',
    'dark-urine': 'Urines foncées',
    emergency: 'Douleur à la poitrine, difficulté à respirer, confusion ou malaise',
  },
  noted: 'C’est noté.',
  open: 'Voir dans le journal',
  memoryOnly:
    'Ce navigateur ne conserve rien pour cette page : le journal dure jusqu’à ce que vous la fermiez.',
  lastTime: ({ before, feel, now }, day) => [
    `La dernière fois, le ${day} : ${figures(n, before)}${feel === null ? '' : ` ; jambes à ${n.count(feel)} sur 10 ensuite`}.`,
    `Cette fois : ${figures(n, now)}.`,
  ],
});
