/** The questions after a session, in French. */

import type { JournalWords } from '../../journal/journal-words.ts';

export const after: JournalWords['after'] = {
  feel: 'Comment vont vos jambes ?',
  least: '0 = fraîches',
  most: '10 = courbaturées au plus haut point',
  numb: 'Un engourdissement ou des fourmillements ?',
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
};
