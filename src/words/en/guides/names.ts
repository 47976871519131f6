/** Names of guides and muscles; also what guides are for, what they need, and who must not use them. */

import type { Against, GuideId, Muscle, Need } from '../../../guide/guide.ts';
import type { GuideWords } from '../../guides/guide-words.ts';

export const names: Readonly<Record<GuideId, string>> = {
  walk: 'Walk',
  'easy-run': 'Easy run',
  mobility: 'Gentle movements',
  stretches: 'Gentle stretches',
  'roller-flush': 'Roller flush',
  'by-hand': 'Foot to hip by hand',
  spots: 'Single knots',
  'vibration-plate': 'Vibration plate',
  cramp: 'Cramp now',
  'wind-down': 'Slow breathing',
};

export const what: Readonly<Record<GuideId, string>> = {
  walk: 'A timer with a few prompts. Slow enough to talk.',
  'easy-run': 'Between two short walks. For legs that are hardly sore.',
  mobility: 'Circles and swings, as far as is easy. No holding.',
  stretches: 'Five for each leg, each held for 20 seconds.',
  'roller-flush': 'Light, quick strokes toward the heart, with a foam roller or massage stick.',
  'by-hand': 'Slow, light strokes toward the heart. You need only your hands.',
  spots: 'A ball or massage gun on a tight spot, a minute each at most.',
  'vibration-plate': 'The gentlest setting, a minute on and a minute off.',
  cramp: 'Stretch it, stroke it, keep it warm.',
  'wind-down': 'Six breaths a minute, before bed.',
};

export const groups: GuideWords['groups'] = [
  { title: 'Move', guides: ['walk', 'mobility', 'stretches', 'easy-run'] },
  { title: 'Massage', guides: ['roller-flush', 'by-hand', 'spots', 'vibration-plate'] },
  { title: 'Rest', guides: ['wind-down'] },
];

export const needs: Readonly<Record<Need, string>> = {
  roller: 'a foam roller or massage stick',
  plate: 'a vibration plate',
  massager: 'a ball or massage gun',
  wall: 'a wall or chair to hold on to',
  chair: 'a chair or the edge of a bed',
  bed: 'somewhere to lie down or sit back',
  blanket: 'something warm, if you have it',
  oil: 'a little oil or lotion, if you like',
};

/** Each text continues "Not if …". */
export const against: Readonly<Record<Against, string>> = {
  clot: 'one calf is swollen, warm or red, or you may have a clot',
  'open-skin': 'the skin there is broken, infected or has a rash',
  'recent-injury': 'you recently had a fracture, an operation or another injury there',
  'no-feeling': 'you cannot feel touch well there',
  'blood-thinners': 'you take blood thinners, unless a clinician agrees',
  'torn-muscle': 'it began with a sudden sharp pain, or there is a bruise: something may be torn',
  implant: 'you have an implant, such as a pacemaker, an artificial joint or screws',
  pregnancy: 'you are pregnant',
  inflammation: 'something is acutely inflamed',
  epilepsy: 'you have epilepsy',
  'disc-or-retina': 'you have a damaged spinal disc or retina',
  stones: 'you have kidney stones or gallstones',
  unwell: 'you feel ill, faint or feverish',
};

export const muscles: Readonly<Record<Muscle, string>> = {
  feet: 'foot',
  ankles: 'ankle',
  calves: 'calf',
  hamstrings: 'hamstrings',
  quadriceps: 'quadriceps',
  hips: 'hip',
  glutes: 'buttock',
};

/** Where a muscle is, for people who do not know its name; empty if the name says that. */
export const where: Readonly<Record<Muscle, string>> = {
  feet: '',
  ankles: '',
  calves: 'Back of the lower leg.',
  hamstrings: 'Back of the thigh.',
  quadriceps: 'Front of the thigh.',
  hips: '',
  glutes: '',
};
