/** Locks: what a reported sign forbids, what to do, and what allows it again. */

import type { Lock, Sign } from '../../../plan/change/locks.ts';
import type { CalendarDay } from '../../../plan/time/wall-clock.ts';
import type { Numbers } from '../../numbers-and-units.ts';
import type { LockWords } from '../../plan/plan-words.ts';

const signs: Readonly<Record<Exclude<Sign, 'tingling'>, LockWords>> = {
  emergency: {
    title: 'Appelez les secours maintenant',
    advice: [
      'Douleur à la poitrine, difficulté à respirer, confusion ou malaise ne peuvent pas attendre.',
      'Le plan rouvre quand vous dites qu’un médecin a regardé.',
    ],
  },
  urgent: {
    title: 'Consultez en urgence maintenant',
    advice: [
      'Des urines foncées ou une douleur anormalement forte après une course dure doivent être examinées aujourd’hui. Toutes les étapes sont fermées.',
      'Elles rouvrent quand vous dites qu’un médecin a regardé.',
    ],
  },
  clot: {
    title: 'Faites examiner votre jambe aujourd’hui',
    advice: [
      'Un seul mollet gonflé, chaud ou rouge : c’est peut-être un caillot. Ni bottes, rouleau, plateforme, pistolet, balle, massage, étirement ni course ; ne le pétrissez pas.',
      'Difficulté à respirer ou douleur à la poitrine : appelez les secours.',
      'Ces étapes rouvrent quand vous dites qu’un médecin a exclu un caillot.',
    ],
  },
  nerve: {
    title: 'Voyez un médecin avant la prochaine séance',
    advice: [
      'Une jambe faible, un pied qui tombe ou un engourdissement de plus de 24 heures : c’est peut-être un nerf comprimé. Ni bottes, ni plateforme, ni course.',
      'Elles rouvrent quand vous dites qu’un médecin a regardé.',
    ],
  },
};

export const lock =
  (n: Numbers) =>
  ({ sign, opens }: Lock): LockWords => {
    if (sign !== 'tingling') return signs[sign];
    const isTime = opens !== null && opens !== 'clinician';
    return {
      title: 'Pas de bottes pour le moment',
      advice: [
        isTime
          ? `À cause des fourmillements ou de l’engourdissement, pas de bottes jusqu’au ${n.dates.day(opens.slice(0, 10) as CalendarDay)}, ${n.dates.time(opens)}.`
          : 'Fourmillements ou engourdissement : pas de bottes pendant 24 heures, ni tant que vous ne dites pas que c’est passé.',
        'Si cela dure plus de 24 heures, ou si la jambe semble faible, voyez un médecin.',
      ],
    };
  };
