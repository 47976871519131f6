/** How the boots fit, judged by the first filling. */

import type { FitFinding } from '../../../diagnosis/boots-fit.ts';
import type { Words } from '../../words.ts';
import { sides } from '../body.ts';

const title: Readonly<Record<FitFinding['kind'], (side: string) => string>> = {
  noLeg: (side) => `Botte ${side} : y a-t-il une jambe dedans ?`,
  loose: (side) => `Botte ${side} : sa fermeture est-elle fermée ?`,
};

const advice: Readonly<Record<FitFinding['kind'], string>> = {
  noLeg:
    'Elle est nettement plus raide que l’autre. Si elle est vide, ou bien trop serrée, pressez Arrêter et remettez-la.',
  loose:
    'Elle a pris nettement plus d’air que l’autre avant d’être tendue. Si elle est lâche, pressez Arrêter, fermez-la et recommencez.',
};

export const bootsFit: Words['bootsFit'] = (findings) => {
  const [first] = findings;
  return {
    urgency: 'care',
    title: first ? title[first.kind](sides[first.side]) : '',
    advice: findings.map(({ kind }) => advice[kind]),
    answer: 'dismiss',
  };
};
