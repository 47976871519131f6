/** What to do in each phase of a guide, and the prompts during a phase. */

import type { Cue, Muscle, Phase, Prompt } from '../../../guide/guide.ts';
import type { PhaseWords } from '../../guides/guide-words.ts';
import type { Numbers } from '../../numbers-and-units.ts';
import { capital } from '../text.ts';
import { muscles, where } from './names.ts';

const both: Readonly<Record<Muscle, string>> = {
  feet: 'both feet',
  ankles: 'both ankles',
  calves: 'both calves',
  hamstrings: 'both hamstrings',
  quadriceps: 'both quadriceps',
  hips: 'both hips',
  glutes: 'both buttocks',
};

/** "left calf", "both calves"; empty if the phase is about no muscle. */
export function placeOf({ muscle, side }: Pick<Phase, 'muscle' | 'side'>): string {
  if (muscle === null) return '';
  return side === null ? both[muscle] : `${side} ${muscles[muscle]}`;
}

const rollerAt: Readonly<Record<Muscle, string>> = {
  feet: 'Roller under your toes.',
  ankles: 'Roller on the ankle.',
  calves: 'Roller just above the ankle.',
  hamstrings: 'Roller just above the back of the knee.',
  quadriceps: 'Roller just above the kneecap.',
  hips: 'Roller at the outer thigh.',
  glutes: 'Roller where you sit.',
};

const handsAt: Readonly<Record<Muscle, string>> = {
  feet: 'Both hands around your toes.',
  ankles: 'Both hands around the ankle.',
  calves: 'Both hands around the ankle, palms on the calf.',
  hamstrings: 'Both hands just above the back of the knee.',
  quadriceps: 'Both hands just above the kneecap.',
  hips: 'Both hands at the outer thigh.',
  glutes: 'Palms where you sit.',
};

const stretched: Readonly<Record<Muscle, string>> = {
  feet: 'Kneel with your toes tucked under and sit back a little.',
  ankles: 'Point the foot, and let it come back.',
  calves: 'Hands on the wall, this leg straight behind you, heel on the floor. Lean forward.',
  hamstrings: 'Heel on a low chair, knee almost straight. Lean forward from the hips, back straight.',
  quadriceps: 'Hold on. Take this ankle behind you, knees together, and bring the heel toward your seat.',
  hips: 'Kneel on this knee, the other foot in front. Push your hips forward.',
  glutes: 'Sit. This ankle across the other knee, back straight. Lean forward.',
};

const crampEased: Readonly<Record<Muscle, string>> = {
  feet: 'Take your toes in your hand and pull them toward your shin. Hold.',
  ankles: 'Pull your foot toward your shin. Hold.',
  calves:
    'Leg straight. Pull your toes toward your shin and hold; or stand, lean on a wall and press this heel down.',
  hamstrings:
    'Put the heel on the floor or on a chair, straighten the knee slowly and lean forward a little. Hold.',
  quadriceps: 'Hold on to something and bring this heel toward your seat. Hold.',
  hips: 'Step back with this leg and push the hip forward. Hold.',
  glutes: 'Sit, pull this knee toward your chest. Hold.',
};

const moved: Readonly<Record<Muscle, string>> = {
  feet: 'Curl your toes, then spread them.',
  ankles: 'Lift this foot and draw slow circles with your toes. Change direction halfway.',
  calves: 'Rise onto your toes, then rock back onto your heels.',
  hamstrings: 'Swing this leg loosely forward and back, as far as is easy.',
  quadriceps: 'Bring this heel toward your seat and let it down again. Do not hold it.',
  hips: 'Lift this knee and draw a slow circle with it, outward.',
  glutes: 'Lift this knee toward your chest and let it down again.',
};

const STAY_THERE = 'Stay where you feel a mild pull.';

/** The side is left out, because the person knows which leg has the cramp. */
const crampIn = (muscle: Muscle | null): string => (muscle === null ? 'it' : `the ${muscles[muscle]}`);

export const phaseWords =
  (n: Numbers) =>
  (phase: Phase): PhaseWords => {
    const { muscle, pace, turn } = phase;
    const place = placeOf(phase);
    const of = (table: Readonly<Record<Muscle, string>>): string => (muscle === null ? '' : table[muscle]);
    const said = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' ');
    const next = `Next: ${place}`;
    const figures: Readonly<Record<Cue, () => PhaseWords>> = {
      'roller-ready': () => ({ title: next, how: said(of(where), of(rollerAt)) }),
      roller: () => ({
        title: capital(place),
        how: 'Firm toward the heart, barely touching on the way back.',
      }),
      'hand-ready': () => ({ title: next, how: said(of(where), of(handsAt)) }),
      hand: () => ({ title: capital(place), how: 'Slowly toward the heart. Go back without pressing.' }),
      'spot-find': () => ({
        title: next,
        how: 'Find the knot with a finger, then put the ball or gun on it. Only on muscle: never on bone or behind the knee.',
      }),
      'spot-press': () => ({
        title: capital(place),
        how: 'Press until you feel it clearly and can still breathe calmly. If it eases sooner, move on.',
      }),
      'plate-ready': () => ({
        title: 'Step onto the plate',
        how: 'Gentlest setting. Feet hip-width apart, knees slightly bent. Hold the rail if there is one.',
      }),
      'plate-on': () => ({ title: 'Plate on', how: 'Knees slightly bent, never locked. Breathe calmly.' }),
      'plate-rest': () => ({ title: 'Rest', how: 'Switch it off and step down. Walk about a little.' }),
      walk: () => ({ title: 'Walk', how: 'Slowly enough to talk in whole sentences.' }),
      run: () => ({
        title: 'Run easy',
        how: 'Slowly enough to talk in whole sentences. Walk whenever you like.',
      }),
      'move-ready': () => ({ title: next, how: of(moved) }),
      move: () => ({ title: capital(place), how: of(moved) }),
      'stretch-ready': () => ({ title: next, how: of(stretched) }),
      stretch: () => ({
        title: capital(place),
        how: said(of(stretched), STAY_THERE),
        aloud: `${capital(place)}. ${STAY_THERE}`,
      }),
      'cramp-stretch': () => ({ title: `Stretch ${crampIn(muscle)}`, how: of(crampEased) }),
      'cramp-rub': () => ({
        title: 'Stroke it lightly',
        how: 'With a flat hand, toward the heart. Press no harder than feels good.',
      }),
      'cramp-warm': () => ({
        title: 'Keep it warm',
        how: 'A blanket or dry clothes; warm, not hot. Move the foot slowly up and down. Drink if you are thirsty.',
      }),
      'lie-down': () => ({
        title: 'Lie down',
        how: 'Or sit back. Lights low. Put the phone where you can hear or feel it.',
      }),
      breathe: () => ({
        title: 'Breathe slowly',
        how: `In through the nose for ${n.whole(pace * (turn ?? 1), 's')}, out for ${n.whole(pace * (1 - (turn ?? 0)), 's')}. If that feels too slow, breathe as you like.`,
      }),
    };
    return figures[phase.cue]();
  };

export const prompts: Readonly<Record<Prompt, string>> = {
  'talk-test': 'Can you talk in whole sentences? If not, slow down.',
  halfway: 'Halfway. A good moment to turn around.',
  'last-minute': 'One more minute. Slow down.',
  knees: 'Knees still slightly bent?',
  'no-bounce': 'Hold still, do not bounce.',
  'let-go-yet': 'Has it let go? Then move on to the next. If not, keep holding.',
  'eased-yet': 'Has it eased? Then move on to the next.',
  'keep-light': 'Keep it light.',
  shoulders: 'Let your shoulders sink.',
  jaw: 'Let your jaw hang loose.',
  dizzy: 'If you feel dizzy, breathe as you like.',
  'last-breaths': 'A few more breaths.',
};
