/** What a guide says before it begins: how long it takes and when and how to do it. */

import type { Guide, GuideId } from '../../../guide/guide.ts';
import type { GuideWords } from '../../guides/guide-words.ts';
import type { Numbers } from '../../numbers-and-units.ts';
import { needs } from './names.ts';

export const crampIn: GuideWords['crampIn'] = {
  calves: 'Calf',
  feet: 'Foot',
  hamstrings: 'Back of the thigh',
  quadriceps: 'Front of the thigh',
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
      ? n.plural(muscles, { one: 'movement', other: 'movements' })
      : n.plural(muscles, { one: 'muscle', other: 'muscles' });
    return `${n.count(muscles)} ${noun}, both legs, ${n.count(most)} times each`;
  };

export const needed: GuideWords['needed'] = (guide) =>
  guide.needs.map((need) => needs[need]).join('; ') || 'nothing';

export const when =
  (n: Numbers): GuideWords['when'] =>
  ({ window }) => {
    if (window === null) return '';
    const { from, to } = window;
    return to === null
      ? `Not in the first ${n.count(from)} hours after a race or hard run.`
      : `From ${n.count(from)} to ${n.count(to)} hours after a race or hard run.`;
  };

export const leftOut: GuideWords['leftOut'] = {
  'very-sore': 'Your legs are very sore: your plan leaves this out until you report 6 or less.',
  'spot-hurts': 'One spot hurts: your plan leaves this out.',
};

export const notNow =
  (n: Numbers): GuideWords['notNow'] =>
  ({ window }, hours) => {
    if (window === null) return '';
    const ago = `${n.count(hours)} ${n.plural(Math.round(hours), { one: 'hour', other: 'hours' })}`;
    if (hours < window.from)
      return `Too early: your run ended ${ago} ago. Wait until ${n.count(window.from)} hours have passed.`;
    return window.to !== null && hours > window.to
      ? `Your run ended ${ago} ago: this is of little use now.`
      : '';
  };

const steps: Readonly<Record<GuideId, (n: Numbers, guide: Guide) => readonly string[]>> = {
  walk: () => [
    'Walk slowly enough to talk in whole sentences.',
    'Shorter is fine. Stop if anything hurts more than before.',
    'The timer runs on while the phone is locked in your pocket; voice and sounds may stop.',
  ],
  'easy-run': () => [
    'Walk, run, walk. Run slowly enough to talk in whole sentences.',
    'Only if your legs are hardly sore: 3 of 10 or less. Walk whenever they ask for it, and stop if something hurts.',
    'The timer runs on while the phone is locked in your pocket; voice and sounds may stop.',
  ],
  mobility: () => [
    'Stand with one hand on a wall or chair.',
    'Move slowly, only as far as is easy. No holding, no pulling.',
  ],
  stretches: () => [
    'Go into each stretch until you feel a mild pull, and stay there.',
    'Never into pain, and do not bounce.',
  ],
  'roller-flush': () => [
    'Sit on a chair with a massage stick, or on the floor with a foam roller.',
    'Stroke the whole muscle quickly: firm toward the heart, barely touching on the way back.',
    'You do not need much pressure. Leave out what hurts.',
  ],
  'by-hand': () => [
    'Sit so that your hands reach your foot.',
    'Lay both hands around the leg and stroke slowly toward the heart. Go back without pressing.',
    'It should feel pleasant. Leave out what hurts.',
  ],
  spots: (n, { phases }) => [
    `One knot in each muscle, ${n.whole(phases.find(({ kind }) => kind === 'work')?.pace ?? 0, 's')} at most. If it eases sooner, move on.`,
    'Only on muscle: never on bone, behind the knee, in the groin, or where it tingles.',
    'Press until you feel it clearly and can still breathe calmly.',
  ],
  'vibration-plate': (n, { setting }) => [
    setting === null
      ? 'Choose the gentlest setting.'
      : `Choose the gentlest setting: at most ${n.whole(setting.hertz, 'Hz')}, and ${n.whole(setting.millimetres, 'mm')} from top to bottom.`,
    'Stand with your knees slightly bent, never locked. Hold the rail if there is one.',
    'Step down if you feel dizzy, sick or any pain.',
  ],
  cramp: () => ['Stretch gently until it lets go. Then stroke it lightly, and keep it warm.'],
  'wind-down': (n, { phases }) => [
    'Lie down or sit back, lights low.',
    `Breathe in through the nose, and out for a little longer, about ${n.count(60 / (phases.find(({ cue }) => cue === 'breathe')?.pace ?? 10))} times a minute.`,
    'If you feel dizzy, breathe as you like.',
  ],
};

export const how =
  (n: Numbers): GuideWords['how'] =>
  (guide) =>
    steps[guide.id](n, guide);
