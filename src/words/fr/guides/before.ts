/** What a guide says before it begins: how long it takes and when and how to do it. */

import type { Guide, GuideId } from '../../../guide/guide.ts';
import type { GuideWords } from '../../guides/guide-words.ts';
import type { Numbers } from '../../numbers-and-units.ts';
import { needs } from './names.ts';

export const crampIn: GuideWords['crampIn'] = {
  calves: 'Mollet',
  feet: 'Pied',
  hamstrings: 'Arrière de la cuisse',
  quadriceps: 'Avant de la cuisse',
};

const lengthOf = ({ phases }: Guide): number =>
  phases.reduce((sum, { passes, pace }) => sum + passes * pace, 0);

export const lasts =
  (n: Numbers): GuideWords['lasts'] =>
  (guide) =>
    n.whole(Math.max(1, Math.round(lengthOf(guide) / 60)), 'min');

export const counts =
  (n: Numbers): GuideWords['counts'] =>
  ({ phases }) => {
    const work = phases.filter(({ kind }) => kind === 'work');
    if (!work.every(({ passes, muscle }) => passes > 1 && muscle !== null)) return '';
    const most = Math.max(0, ...work.map(({ passes }) => passes));
    const muscles = new Set(work.map(({ muscle }) => muscle)).size;
    // Ankles and hips are not muscles, so guides that move them count movements.
    const moves = work.some(({ cue }) => cue === 'move');
    const noun = moves
      ? n.plural(muscles, { one: 'mouvement', other: 'mouvements' })
      : n.plural(muscles, { one: 'muscle', other: 'muscles' });
    return `${n.count(muscles)} ${noun}, les deux jambes, ${n.count(most)} fois chaque`;
  };

export const needed: GuideWords['needed'] = (guide) =>
  guide.needs.map((need) => needs[need]).join(' ; ') || 'rien';

export const when =
  (n: Numbers): GuideWords['when'] =>
  ({ window }) => {
    if (window === null) return '';
    const { from, to } = window;
    return to === null
      ? `Pas dans les ${n.count(from)} premières heures après une course ou une sortie dure.`
      : `De ${n.count(from)} à ${n.count(to)} heures après une course ou une sortie dure.`;
  };

export const leftOut: GuideWords['leftOut'] = {
  'very-sore':
    'Vos jambes sont très courbaturées : votre plan écarte cela jusqu’à ce que vous indiquiez 6 ou moins.',
  'spot-hurts': 'Un endroit fait mal : votre plan écarte cela.',
};

export const notNow =
  (n: Numbers): GuideWords['notNow'] =>
  ({ window }, hours) => {
    if (window === null) return '';
    const ago = `${n.count(hours)} ${n.plural(Math.round(hours), { one: 'heure', other: 'heures' })}`;
    if (hours < window.from)
      return `Trop tôt : votre sortie a fini il y a ${ago}. Attendez que ${n.count(window.from)} heures soient passées.`;
    return window.to !== null && hours > window.to
      ? `Votre sortie a fini il y a ${ago} : cela ne sert plus à grand-chose.`
      : '';
  };

const POCKET_ADVICE =
  'Le temps continue quand le téléphone est verrouillé dans votre poche ; la voix et les sons, pas toujours.';
const SLOW_ENOUGH_TO_TALK = 'assez lentement pour parler en phrases entières.';

const steps: Readonly<Record<GuideId, (n: Numbers, guide: Guide) => readonly string[]>> = {
  walk: () => [
    `Marchez ${SLOW_ENOUGH_TO_TALK}`,
    'Moins longtemps, c’est bien aussi. Arrêtez si quelque chose fait plus mal qu’avant.',
    POCKET_ADVICE,
  ],
  'easy-run': () => [
    `Marche, course, marche. Courez ${SLOW_ENOUGH_TO_TALK}`,
    'Seulement si vos jambes sont à peine courbaturées : 3 sur 10 ou moins. Marchez dès qu’elles le demandent, et arrêtez si quelque chose fait mal.',
    POCKET_ADVICE,
  ],
  mobility: () => [
    'Debout, une main sur un mur ou une chaise.',
    'Bougez lentement, seulement jusqu’où c’est facile. On ne tient rien, on ne tire sur rien.',
  ],
  stretches: () => [
    'Allez dans chaque étirement jusqu’à sentir une légère tension, et restez-y.',
    'Jamais jusqu’à la douleur, et sans à-coups.',
  ],
  'roller-flush': () => [
    'Asseyez-vous sur une chaise avec un bâton, ou par terre avec un rouleau.',
    'Parcourez vite tout le muscle : ferme vers le cœur, à peine au contact au retour.',
    'Pas besoin de beaucoup appuyer. Laissez de côté ce qui fait mal.',
  ],
  'by-hand': () => [
    'Asseyez-vous de façon à atteindre votre pied avec les mains.',
    'Entourez la jambe des deux mains et glissez lentement vers le cœur. Revenez sans appuyer.',
    'Ce doit être agréable. Laissez de côté ce qui fait mal.',
  ],
  spots: (n, { phases }) => [
    `Un nœud dans chaque muscle, ${n.whole(phases.find(({ kind }) => kind === 'work')?.pace ?? 0, 's')} au plus. S’il cède plus tôt, passez au suivant.`,
    'Seulement sur le muscle : jamais sur l’os, derrière le genou, à l’aine, ni là où ça fourmille.',
    'Appuyez jusqu’à bien le sentir, en respirant encore calmement.',
  ],
  'vibration-plate': (n, { setting }) => [
    setting === null
      ? 'Choisissez le réglage le plus doux.'
      : `Choisissez le réglage le plus doux : au plus ${n.whole(setting.hertz, 'Hz')}, et ${n.whole(setting.millimetres, 'mm')} de haut en bas.`,
    'Debout, genoux légèrement pliés, jamais bloqués. Tenez la barre s’il y en a une.',
    'Descendez si vous avez le vertige, la nausée ou mal.',
  ],
  cramp: () => ['Étirez doucement jusqu’à ce qu’elle lâche. Puis massez légèrement et gardez au chaud.'],
  'wind-down': (n, { phases }) => [
    'Allongez-vous ou calez-vous en arrière, lumières basses.',
    `Inspirez par le nez, et expirez un peu plus longtemps, environ ${n.count(60 / (phases.find(({ cue }) => cue === 'breathe')?.pace ?? 10))} fois par minute.`,
    'Si vous avez le vertige, respirez comme vous voulez.',
  ],
};

export const how =
  (n: Numbers): GuideWords['how'] =>
  (guide) =>
    steps[guide.id](n, guide);
