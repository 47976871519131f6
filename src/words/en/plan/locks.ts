/** Locks: what a reported sign forbids, what to do, and what allows it again. */

import type { Lock, Sign } from '../../../plan/change/locks.ts';
import type { CalendarDay } from '../../../plan/time/wall-clock.ts';
import type { LockWords } from '../../plan/plan-words.ts';
import { dayName } from './names.ts';

const signs: Readonly<Record<Exclude<Sign, 'tingling'>, LockWords>> = {
  emergency: {
    title: 'Call the emergency number now',
    advice: [
      'Chest pain, trouble breathing, confusion or collapse cannot wait.',
      'The plan opens again once you say that a clinician has looked.',
    ],
  },
  urgent: {
    title: 'Get urgent care now',
    advice: [
      'Dark urine or pain out of proportion after hard running must be looked at today. All steps are closed.',
      'They open again once you say that a clinician has looked.',
    ],
  },
  clot: {
    title: 'Get your leg looked at today',
    advice: [
      'One calf that is swollen, warm or red may be a clot. No boots, roller, plate, gun, ball, massage, stretching or running; do not knead it.',
      'Trouble breathing or chest pain: call the emergency number.',
      'These steps open again once you say that a clinician has excluded a clot.',
    ],
  },
  nerve: {
    title: 'See a clinician before the next session',
    advice: [
      'A weak leg, a foot that drops, or numbness for more than 24 hours may be a pressed nerve. No boots, plate or running.',
      'They open again once you say that a clinician has looked.',
    ],
  },
};

export function lock({ sign, opens }: Lock): LockWords {
  if (sign !== 'tingling') return signs[sign];
  const isTime = opens !== null && opens !== 'clinician';
  return {
    title: 'No session of the boots for now',
    advice: [
      isTime
        ? `Because of the tingling or numbness, boots are closed until ${dayName(opens.slice(0, 10) as CalendarDay)}, ${opens.slice(11)}.`
        : 'Tingling or numbness: boots are closed for 24 hours, and until you say that it is gone.',
      'If it lasts for more than 24 hours, or the leg feels weak, see a clinician.',
    ],
  };
}
