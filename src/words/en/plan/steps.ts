/** A step of a plan: what to do and how, what to check first, and remarks. */

import type { Action, Change, Check, Step, StepState } from '../../../plan/step.ts';
import type { Numbers } from '../../numbers-and-units.ts';
import type { PlanWords } from '../../plan/plan-words.ts';

export function steps(n: Numbers): Pick<PlanWords, 'action' | 'how'> {
  const minutes = (value: number): string => n.whole(value, 'min');

  function actionLine(action: Action): string {
    switch (action.kind) {
      case 'walk':
        return action.hourly ? `Walk ${minutes(action.minutes)}` : `Walk ${minutes(action.minutes)}, gently`;
      case 'drink':
        return 'Drink to thirst';
      case 'boots':
        return `Boots: ${action.name}, ${n.shown(action.pressure)}, ${minutes(action.minutes)}`;
      case 'roller':
        return `Foam roller or massage stick, light and quick: ${n.list(action.muscles)}, ${minutes(action.minutes)}`;
      case 'plate':
        return `Vibration plate, gentlest setting, ${minutes(action.minutes)}`;
      case 'massage':
        return action.depth === 'spots'
          ? `Single knots with gun or ball: ${n.list(action.muscles)}, ${minutes(action.minutes)}`
          : `Light massage by hand: ${n.list(action.muscles)}, ${minutes(action.minutes)}`;
      case 'stretch':
        return action.manner === 'cramp'
          ? `Stretch the muscle that cramps, gently, ${minutes(action.minutes)}`
          : `Move gently: ${n.list(action.muscles)}, ${minutes(action.minutes)}`;
      case 'run':
        return `Easy run, ${minutes(action.minutes)}, if soreness is ${n.count(action.sorenessAtMost)} or less`;
      case 'warm':
        return `Get dry and warm, ${minutes(action.minutes)}`;
      case 'rest':
        return `Rest with your feet up, ${minutes(action.minutes)}`;
      case 'wind-down':
        return `Wind down with slow breathing, ${minutes(action.minutes)}`;
    }
  }

  function actionHow(action: Action): string {
    switch (action.kind) {
      case 'walk':
        return action.hourly
          ? 'Stand up and walk about.'
          : 'Slowly enough to talk. Shorter is fine; stop if anything hurts more than before.';
      case 'drink':
        return 'As much as you are thirsty for, and no more; never force fluids. Eat when you feel like it.';
      case 'boots':
        return 'Numbness, tingling or pain: press Stop.';
      case 'roller':
        return `About ${n.count(action.passes)} quick passes per muscle, each leg, toward the heart; firm on the way up, barely touching on the way back. You do not need much pressure.`;
      case 'plate':
        return (
          `At most ${n.whole(action.hertz, 'Hz')} and ${n.whole(action.millimetres, 'mm')} peak to peak. Stand with your knees slightly bent, never locked; ` +
          `${n.whole(action.onSeconds, 's')} on, ${n.whole(action.restSeconds, 's')} rest. Not with an implant, a recent fracture or surgery, pregnancy, a clot, ` +
          'acute inflammation, epilepsy, disc or retinal disease, or kidney or gall stones.'
        );
      case 'massage':
        return action.secondsASpot === null
          ? 'Broad, slow strokes toward the heart. It should feel pleasant; leave out what hurts.'
          : `${n.whole(action.secondsASpot, 's')} a spot at most, only on muscle, never on a bone, behind the knee or where it tingles. Leave out what hurts.`;
      case 'stretch':
        return action.manner === 'cramp'
          ? 'For a calf: leg straight, pull your toes toward you, and hold until it lets go. Do not bounce.'
          : 'Slow circles and swings as far as is easy. No holding, no pulling.';
      case 'run':
        return 'Slowly enough to talk. Walk when your legs ask for it; stop if something hurts.';
      case 'warm':
        return 'Dry clothes, a blanket, something warm to drink. Warm, not hot, on cold skin.';
      case 'rest':
        return 'Lie down or sit. There is nothing to do.';
      case 'wind-down':
        return `About ${n.count(action.breathsAMinute)} breaths a minute, lights low, then bed.`;
    }
  }
  return { action: actionLine, how: actionHow };
}

export const checks: Readonly<Record<Check, string>> = {
  'one-calf':
    'First look at your calves: if one is swollen, warm or red, leave this out and get it looked at today.',
  'after-ultra':
    'First ask yourself: dark urine, one swollen calf, unusually severe pain, confusion? Then leave this out and get urgent care.',
};

export const questions: PlanWords['questions'] = {
  'one-calf': {
    title: 'First look at your calves: is one swollen, warm or red?',
    none: 'No, both look the same',
  },
  'after-ultra': {
    title: 'First ask yourself: do you have any of these?',
    none: 'None of these',
  },
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

const doseLine = (n: Numbers, { had, advised }: NonNullable<Step['dose']>): string =>
  `your legs have had ${n.doseFigure(had)} of the ${n.dose(advised)} advised in 24 hours`;

export const remarks =
  (n: Numbers): PlanWords['remarks'] =>
  ({ optional, changes: made, dose, state }) =>
    [
      ...(optional ? ['if you like'] : []),
      ...made.map((change) => changes[change]),
      ...(dose === null ? [] : [doseLine(n, dose)]),
      ...(state.kind === 'due' ? [] : [states[state.kind]]),
    ].join('; ');
