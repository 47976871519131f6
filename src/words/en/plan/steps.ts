/** What to do at a step, in a line, and how, in a few more. */

import type { Change, Check, Deed, DeedOf, Step, StepState } from '../../../plan/step.ts';
import type { Numbers } from '../../numbers.ts';
import type { PlanWords } from '../../plan/plan-words.ts';

export function steps(n: Numbers): Pick<PlanWords, 'deed' | 'how'> {
  const minutes = (value: number): string => `${n.count(value)} min`;

  function walkLine({ minutes: long, every }: DeedOf<'walk'>): string {
    return every === null
      ? `Walk ${minutes(long)}, gently`
      : `Walk ${minutes(long)} every ${minutes(every.minutes)}, ${n.count(every.times)} times`;
  }

  function deedLine(deed: Deed): string {
    switch (deed.kind) {
      case 'walk':
        return walkLine(deed);
      case 'drink':
        return 'Drink to thirst';
      case 'boots':
        return `Boots: ${deed.name}, ${n.pressure(deed.pressure)} ${n.pressureUnit}, ${minutes(deed.minutes)}`;
      case 'roller':
        return `Roller or rod, light and quick: ${n.list(deed.muscles)}, ${minutes(deed.minutes)}`;
      case 'plate':
        return `Vibration plate, gentlest setting, ${minutes(deed.minutes)}`;
      case 'massage':
        return deed.depth === 'spots'
          ? `Single knots with gun or ball: ${n.list(deed.muscles)}, ${minutes(deed.minutes)}`
          : `Light massage by hand: ${n.list(deed.muscles)}, ${minutes(deed.minutes)}`;
      case 'stretch':
        return deed.manner === 'cramp'
          ? `Stretch the muscle that cramps, gently, ${minutes(deed.minutes)}`
          : `Move gently: ${n.list(deed.muscles)}, ${minutes(deed.minutes)}`;
      case 'run':
        return `Easy run, ${minutes(deed.minutes)}, if soreness is ${n.count(deed.sorenessAtMost)} or less`;
      case 'warm':
        return `Get dry and warm, ${minutes(deed.minutes)}`;
      case 'rest':
        return `Rest with your feet up, ${minutes(deed.minutes)}`;
      case 'wind-down':
        return `Wind down with slow breathing, ${minutes(deed.minutes)}`;
    }
  }

  function deedHow(deed: Deed): string {
    switch (deed.kind) {
      case 'walk':
        return deed.every === null
          ? 'Slowly enough to talk. Shorter is fine; stop if anything hurts more than before.'
          : 'Stand up and walk about.';
      case 'drink':
        return 'As much as you are thirsty for, and no more; never force fluids. Eat when you feel like it.';
      case 'boots':
        return 'Numbness, tingling or pain: press Stop.';
      case 'roller':
        return `About ${n.count(deed.passes)} quick passes a muscle, each leg, toward the heart; firm on the way up, barely touching on the way back. You do not need much pressure.`;
      case 'plate':
        return (
          `At most ${n.count(deed.hertz)} Hz and ${n.count(deed.millimetres)} mm peak to peak. Stand with your knees slightly bent, never locked; ` +
          `${n.count(deed.onSeconds)} s on, ${n.count(deed.restSeconds)} s rest. Not with an implant, a recent fracture or surgery, pregnancy, a clot, ` +
          'acute inflammation, epilepsy, a disc or retina disease, or kidney or gall stones.'
        );
      case 'massage':
        return deed.secondsASpot === null
          ? 'Broad, slow strokes toward the heart. It should feel pleasant; leave out what hurts.'
          : `${n.count(deed.secondsASpot)} s a spot at most, only on muscle, never on a bone, behind the knee or where it tingles. Leave out what hurts.`;
      case 'stretch':
        return deed.manner === 'cramp'
          ? 'For a calf: leg straight, pull your toes toward you, and hold until it lets go. Do not bounce.'
          : 'Slow circles and swings as far as is easy. Nothing is held, nothing is pulled.';
      case 'run':
        return 'Slowly enough to talk. Turn to walking when your legs ask for it; stop if something hurts.';
      case 'warm':
        return 'Dry clothes, a blanket, something warm to drink. Warm, not hot, on cold skin.';
      case 'rest':
        return 'Lie down or sit. There is nothing to do.';
      case 'wind-down':
        return `About ${n.count(deed.breathsAMinute)} breaths a minute, lights low, then bed.`;
    }
  }
  return { deed: deedLine, how: deedHow };
}

export const checks: Readonly<Record<Check, string>> = {
  'one-calf':
    'First look at your calves: if one is swollen, warm or red, leave this out and get it looked at today.',
  'after-ultra':
    'First ask yourself: dark urine, one swollen calf, pain out of proportion, confusion? Then leave this out and get urgent care.',
};

export const changes: Readonly<Record<Change, string>> = {
  sore: 'gentler, because you are very sore',
  hurt: 'gentler, because something hurts',
  hard: 'shorter, because it was a hard day',
  marks: 'lighter, because of marks or pain last time',
  highest: 'no stronger than you allow',
  dose: 'shorter, because of what your legs have had in 24 hours',
  moved: 'moved',
};

const states: Readonly<Record<StepState['kind'], string>> = {
  due: '',
  done: 'done',
  skipped: 'skipped',
  passed: 'its time has passed',
  locked: 'not now',
};

/** Of the dose that the legs have had, and the advice. */
const doseLine = (n: Numbers, { had, advised }: NonNullable<Step['dose']>): string =>
  `your legs have had ${n.doseFigure(had)} of the ${n.dose(advised)} advised in 24 hours`;

export const remarks =
  (n: Numbers): PlanWords['remarks'] =>
  ({ optional, changes: made, dose, state }) => [
    ...(optional ? ['if you like'] : []),
    ...made.map((change) => changes[change]),
    ...(dose === null ? [] : [doseLine(n, dose)]),
    ...(state.kind === 'due' ? [] : [states[state.kind]]),
  ];
