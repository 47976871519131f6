/** How the boots fit, judged by the first filling. */

import type { FitFinding } from '../../../diagnosis/boots-fit.ts';
import type { Words } from '../../words.ts';
import { capital } from '../text.ts';

const title: Readonly<Record<FitFinding['kind'], (side: string) => string>> = {
  noLeg: (side) => `${side} boot: is there a leg in it?`,
  loose: (side) => `${side} boot: is its zip closed?`,
};

const advice: Readonly<Record<FitFinding['kind'], string>> = {
  noLeg:
    'It is clearly stiffer than the other one. If it is empty, or much too tight, press Stop and put it on again.',
  loose:
    'It took clearly more air than the other one before it was tight. If it is loose, press Stop, close its zip and start again.',
};

export const bootsFit: Words['bootsFit'] = (findings) => {
  const [first] = findings;
  return {
    urgency: 'care',
    title: first ? title[first.kind](capital(first.side)) : '',
    advice: findings.map(({ kind }) => advice[kind]),
    answer: 'dismiss',
  };
};
