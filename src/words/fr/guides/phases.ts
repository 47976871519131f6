/** What to do in each phase of a guide, and the prompts during a phase. */

import type { Side } from '../../../../firmware-protocol/zones.ts';
import type { Cue, Muscle, Phase, Prompt } from '../../../guide/guide.ts';
import type { PhaseWords } from '../../guides/guide-words.ts';
import type { Numbers } from '../../numbers-and-units.ts';
import { capital } from '../text.ts';
import { muscles, where } from './names.ts';

const both: Readonly<Record<Muscle, string>> = {
  feet: 'les deux pieds',
  ankles: 'les deux chevilles',
  calves: 'les deux mollets',
  hamstrings: 'les ischio-jambiers des deux jambes',
  quadriceps: 'les deux quadriceps',
  hips: 'les deux hanches',
  glutes: 'les deux fesses',
};

const sideOf = (muscle: Muscle, side: Side): string => {
  const of = (left: string, right: string): string => (side === 'left' ? left : right);
  if (muscle === 'hamstrings') return of('gauches', 'droits');
  const feminine = muscle === 'ankles' || muscle === 'hips' || muscle === 'glutes';
  return of('gauche', feminine ? 'droite' : 'droit');
};

/** "mollet gauche", "les deux mollets"; empty if the phase is about no muscle. */
export function placeOf({ muscle, side }: Pick<Phase, 'muscle' | 'side'>): string {
  if (muscle === null) return '';
  return side === null ? both[muscle] : `${muscles[muscle]} ${sideOf(muscle, side)}`;
}

const rollerAt: Readonly<Record<Muscle, string>> = {
  feet: 'Rouleau sous les orteils.',
  ankles: 'Rouleau sur la cheville.',
  calves: 'Rouleau juste au-dessus de la cheville.',
  hamstrings: 'Rouleau juste au-dessus du creux du genou.',
  quadriceps: 'Rouleau juste au-dessus de la rotule.',
  hips: 'Rouleau sur le côté de la cuisse.',
  glutes: 'Rouleau là où vous êtes assis.',
};

const handsAt: Readonly<Record<Muscle, string>> = {
  feet: 'Les deux mains autour des orteils.',
  ankles: 'Les deux mains autour de la cheville.',
  calves: 'Les deux mains autour de la cheville, paumes sur le mollet.',
  hamstrings: 'Les deux mains juste au-dessus du creux du genou.',
  quadriceps: 'Les deux mains juste au-dessus de la rotule.',
  hips: 'Les deux mains sur le côté de la cuisse.',
  glutes: 'Paumes là où vous êtes assis.',
};

const stretched: Readonly<Record<Muscle, string>> = {
  feet: 'À genoux, orteils repliés sous vous, asseyez-vous un peu en arrière.',
  ankles: 'Pointez le pied, puis laissez-le revenir.',
  calves: 'Mains au mur, cette jambe tendue derrière vous, talon au sol. Penchez-vous en avant.',
  hamstrings: 'Talon sur une chaise basse, genou presque tendu. Penchez-vous depuis les hanches, dos droit.',
  quadriceps:
    'Tenez-vous. Prenez cette cheville derrière vous, genoux serrés, et amenez le talon vers la fesse.',
  hips: 'À genoux sur ce genou, l’autre pied devant. Poussez les hanches en avant.',
  glutes: 'Assis. Cette cheville sur l’autre genou, dos droit. Penchez-vous en avant.',
};

const crampEased: Readonly<Record<Muscle, string>> = {
  feet: 'Prenez vos orteils dans la main et tirez-les vers le tibia. Tenez.',
  ankles: 'Tirez votre pied vers le tibia. Tenez.',
  calves:
    'Jambe tendue. Tirez vos orteils vers le tibia et tenez ; ou debout, appuyé à un mur, pressez ce talon au sol.',
  hamstrings:
    'Posez le talon au sol ou sur une chaise, tendez lentement le genou et penchez-vous un peu. Tenez.',
  quadriceps: 'Tenez-vous à quelque chose et amenez ce talon vers la fesse. Tenez.',
  hips: 'Reculez cette jambe d’un pas et poussez la hanche en avant. Tenez.',
  glutes: 'Assis, tirez ce genou vers la poitrine. Tenez.',
};

const moved: Readonly<Record<Muscle, string>> = {
  feet: 'Repliez les orteils, puis écartez-les.',
  ankles: 'Levez ce pied et dessinez de lents cercles avec les orteils. Changez de sens à mi-chemin.',
  calves: 'Montez sur la pointe des pieds, puis revenez sur les talons.',
  hamstrings: 'Balancez cette jambe, souple, d’avant en arrière, jusqu’où c’est facile.',
  quadriceps: 'Amenez ce talon vers la fesse et laissez-le redescendre. Ne le tenez pas.',
  hips: 'Levez ce genou et dessinez avec lui un lent cercle vers l’extérieur.',
  glutes: 'Levez ce genou vers la poitrine et laissez-le redescendre.',
};

const STAY_THERE = 'Restez là où vous sentez une légère tension.';

const SLOW_ENOUGH_TO_TALK = 'Assez lentement pour parler en phrases entières.';

/** The side is left out, because the person knows which leg has the cramp. */
const crampIn: Readonly<Record<Muscle, string>> = {
  feet: 'le pied',
  ankles: 'la cheville',
  calves: 'le mollet',
  hamstrings: 'les ischio-jambiers',
  quadriceps: 'le quadriceps',
  hips: 'la hanche',
  glutes: 'la fesse',
};

export const phaseWords =
  (n: Numbers) =>
  (phase: Phase): PhaseWords => {
    const { muscle, pace, turn } = phase;
    const place = placeOf(phase);
    const of = (table: Readonly<Record<Muscle, string>>): string => (muscle === null ? '' : table[muscle]);
    const said = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' ');
    const next = `Ensuite : ${place}`;
    const figures: Readonly<Record<Cue, () => PhaseWords>> = {
      'roller-ready': () => ({ title: next, how: said(of(where), of(rollerAt)) }),
      roller: () => ({
        title: capital(place),
        how: 'Ferme vers le cœur, à peine au contact au retour.',
      }),
      'hand-ready': () => ({ title: next, how: said(of(where), of(handsAt)) }),
      hand: () => ({ title: capital(place), how: 'Lentement vers le cœur. Revenez sans appuyer.' }),
      'spot-find': () => ({
        title: next,
        how: 'Cherchez le nœud du doigt, puis posez-y la balle ou le pistolet. Seulement sur le muscle : jamais sur l’os ni derrière le genou.',
      }),
      'spot-press': () => ({
        title: capital(place),
        how: 'Appuyez jusqu’à bien le sentir, en respirant encore calmement. S’il cède plus tôt, passez au suivant.',
      }),
      'plate-ready': () => ({
        title: 'Montez sur la plateforme',
        how: 'Réglage le plus doux. Pieds à la largeur des hanches, genoux légèrement pliés. Tenez la barre s’il y en a une.',
      }),
      'plate-on': () => ({
        title: 'Plateforme en marche',
        how: 'Genoux légèrement pliés, jamais bloqués. Respirez calmement.',
      }),
      'plate-rest': () => ({ title: 'Repos', how: 'Éteignez-la et descendez. Marchez un peu.' }),
      walk: () => ({ title: 'Marchez', how: SLOW_ENOUGH_TO_TALK }),
      run: () => ({
        title: 'Courez, sans forcer',
        how: `${SLOW_ENOUGH_TO_TALK} Marchez quand vous voulez.`,
      }),
      'move-ready': () => ({ title: next, how: of(moved) }),
      move: () => ({ title: capital(place), how: of(moved) }),
      'stretch-ready': () => ({ title: next, how: of(stretched) }),
      stretch: () => ({
        title: capital(place),
        how: said(of(stretched), STAY_THERE),
        aloud: `${capital(place)}. ${STAY_THERE}`,
      }),
      'cramp-stretch': () => ({
        title: muscle === null ? 'Étirez-la' : `Étirez ${crampIn[muscle]}`,
        how: of(crampEased),
      }),
      'cramp-rub': () => ({
        title: 'Massez légèrement',
        how: 'La main à plat, vers le cœur. N’appuyez pas plus que ce qui fait du bien.',
      }),
      'cramp-warm': () => ({
        title: 'Gardez au chaud',
        how: 'Une couverture ou des vêtements secs ; chaud, pas brûlant. Bougez lentement le pied de haut en bas. Buvez si vous avez soif.',
      }),
      'lie-down': () => ({
        title: 'Allongez-vous',
        how: 'Ou calez-vous en arrière. Lumières basses. Posez le téléphone où vous pouvez l’entendre ou le sentir.',
      }),
      breathe: () => ({
        title: 'Respirez lentement',
        how: `Inspirez par le nez pendant ${n.whole(pace * (turn ?? 1), 's')}, expirez pendant ${n.whole(pace * (1 - (turn ?? 0)), 's')}. Si c’est trop lent, respirez comme vous voulez.`,
      }),
    };
    return figures[phase.cue]();
  };

export const prompts: Readonly<Record<Prompt, string>> = {
  'talk-test': 'Pouvez-vous parler en phrases entières ? Sinon, ralentissez.',
  halfway: 'La moitié est faite. Un bon moment pour faire demi-tour.',
  'last-minute': 'Encore une minute. Ralentissez.',
  knees: 'Genoux toujours légèrement pliés ?',
  'no-bounce': 'Restez immobile, sans à-coups.',
  'let-go-yet': 'A-t-elle lâché ? Alors passez à la suite. Sinon, tenez encore.',
  'eased-yet': 'A-t-il cédé ? Alors passez au suivant.',
  'keep-light': 'Restez léger.',
  shoulders: 'Laissez tomber les épaules.',
  jaw: 'Laissez pendre la mâchoire.',
  dizzy: 'Si vous avez le vertige, respirez comme vous voulez.',
  'last-breaths': 'Encore quelques respirations.',
};
