/** A step of a plan: what to do and how, what to check first, and remarks. */

import type { Action, ActionOf, Change, Check, Step, StepState } from '../../../plan/step.ts';
import type { Numbers } from '../../numbers-and-units.ts';
import type { PlanWords } from '../../plan/plan-words.ts';
import { programName } from '../first/programs.ts';
import { muscles as muscleNames } from './names.ts';

export function steps(n: Numbers): Pick<PlanWords, 'action' | 'how'> {
  const minutes = (value: number): string => n.whole(value, 'min');
  const listed = ({ muscles }: Pick<ActionOf<'roller'>, 'muscles'>): string =>
    n.list(muscles.map((muscle) => muscleNames[muscle]));

  function actionLine(action: Action): string {
    switch (action.kind) {
      case 'walk':
        return action.hourly
          ? `Marcher ${minutes(action.minutes)}`
          : `Marcher ${minutes(action.minutes)}, doucement`;
      case 'drink':
        return 'Boire à votre soif';
      case 'boots':
        return `Bottes : ${programName(action.name)}, ${n.shown(action.pressure)}, ${minutes(action.minutes)}`;
      case 'roller':
        return `Rouleau ou bâton, léger et rapide : ${listed(action)}, ${minutes(action.minutes)}`;
      case 'plate':
        return `Plateforme vibrante, réglage le plus doux, ${minutes(action.minutes)}`;
      case 'massage':
        return action.depth === 'spots'
          ? `Nœuds un par un, au pistolet ou à la balle : ${listed(action)}, ${minutes(action.minutes)}`
          : `Massage léger à la main : ${listed(action)}, ${minutes(action.minutes)}`;
      case 'stretch':
        return action.manner === 'cramp'
          ? `Étirer doucement le muscle qui a la crampe, ${minutes(action.minutes)}`
          : `Bouger doucement : ${listed(action)}, ${minutes(action.minutes)}`;
      case 'run':
        return `Course facile, ${minutes(action.minutes)}, si les courbatures sont à ${n.count(action.sorenessAtMost)} ou moins`;
      case 'warm':
        return `Se sécher et se réchauffer, ${minutes(action.minutes)}`;
      case 'rest':
        return `Repos, pieds surélevés, ${minutes(action.minutes)}`;
      case 'wind-down':
        return `Détente, respiration lente, ${minutes(action.minutes)}`;
    }
  }

  function actionHow(action: Action): string {
    switch (action.kind) {
      case 'walk':
        return action.hourly
          ? 'Levez-vous et marchez un peu.'
          : 'Assez lentement pour parler. Moins longtemps, c’est bien aussi ; arrêtez si quelque chose fait plus mal qu’avant.';
      case 'drink':
        return 'Autant que vous avez soif, et pas plus ; ne vous forcez jamais. Mangez quand vous en avez envie.';
      case 'boots':
        return 'Engourdissement, fourmillements ou douleur : appuyez sur « Arrêter ».';
      case 'roller':
        return `Environ ${n.count(action.passes)} passages rapides par muscle, chaque jambe, vers le cœur ; ferme en montant, à peine au contact au retour. Pas besoin de beaucoup appuyer.`;
      case 'plate':
        return (
          `Au plus ${n.whole(action.hertz, 'Hz')} et ${n.whole(action.millimetres, 'mm')} de crête à crête. Debout, genoux légèrement pliés, jamais bloqués ; ` +
          `${n.whole(action.onSeconds, 's')} en marche, ${n.whole(action.restSeconds, 's')} de repos. Pas avec un implant, une fracture ou une opération récente, une grossesse, un caillot, ` +
          'une inflammation aiguë, une épilepsie, une maladie d’un disque ou de la rétine, ni des calculs aux reins ou à la vésicule.'
        );
      case 'massage':
        return action.secondsASpot === null
          ? 'Passages larges et lents vers le cœur. Ce doit être agréable ; laissez de côté ce qui fait mal.'
          : `${n.whole(action.secondsASpot, 's')} par point au plus, seulement sur le muscle, jamais sur un os, derrière le genou ni là où ça fourmille. Laissez de côté ce qui fait mal.`;
      case 'stretch':
        return action.manner === 'cramp'
          ? 'Pour un mollet : jambe tendue, tirez vos orteils vers vous, et tenez jusqu’à ce que cela lâche. Sans à-coups.'
          : 'De lents cercles et balancements, jusqu’où c’est facile. On ne tient rien, on ne tire sur rien.';
      case 'run':
        return 'Assez lentement pour parler. Passez à la marche quand vos jambes le demandent ; arrêtez si quelque chose fait mal.';
      case 'warm':
        return 'Des vêtements secs, une couverture, une boisson chaude. Chaud, pas brûlant, sur une peau froide.';
      case 'rest':
        return 'Allongez-vous ou asseyez-vous. Il n’y a rien à faire.';
      case 'wind-down':
        return `Environ ${n.count(action.breathsAMinute)} respirations par minute, lumières basses, puis au lit.`;
    }
  }
  return { action: actionLine, how: actionHow };
}

export const checks: Readonly<Record<Check, string>> = {
  'one-calf':
    'Regardez d’abord vos mollets : si l’un est gonflé, chaud ou rouge, laissez cela et faites-le examiner aujourd’hui.',
  'after-ultra':
    'Demandez-vous d’abord : urines foncées, un seul mollet gonflé, douleur anormalement forte, confusion ? Alors laissez cela et consultez en urgence.',
};

export const questions: PlanWords['questions'] = {
  'one-calf': {
    title: 'Regardez d’abord vos mollets : l’un d’eux est-il gonflé, chaud ou rouge ?',
    none: 'Non, les deux sont pareils',
  },
  'after-ultra': {
    title: 'Demandez-vous d’abord : l’une de ces choses est-elle vraie ?',
    none: 'Aucune',
  },
};

export const changes: Readonly<Record<Change, string>> = {
  sore: 'plus doux, car vos courbatures sont fortes',
  hurt: 'plus doux, car quelque chose fait mal',
  hard: 'plus court, car la journée a été dure',
  marks: 'plus léger, à cause de marques ou de douleur la dernière fois',
  highest: 'pas plus fort que vous ne le permettez',
  dose: 'plus court, à cause de ce que vos jambes ont reçu en 24 heures',
  moved: 'déplacé',
};

const states: Readonly<Record<StepState['kind'], string>> = {
  due: '',
  done: 'fait',
  skipped: 'passé',
  passed: 'son heure est passée',
  locked: 'pas maintenant',
};

const doseLine = (n: Numbers, { had, advised }: NonNullable<Step['dose']>): string =>
  `vos jambes ont reçu ${n.doseFigure(had)} des ${n.dose(advised)} conseillés en 24 heures`;

export const remarks =
  (n: Numbers): PlanWords['remarks'] =>
  ({ optional, changes: made, dose, state }) =>
    [
      ...(optional ? ['si vous voulez'] : []),
      ...made.map((change) => changes[change]),
      ...(dose === null ? [] : [doseLine(n, dose)]),
      ...(state.kind === 'due' ? [] : [states[state.kind]]),
    ].join(' ; ');
