/** Locks: what a reported sign forbids, what to do, and what allows it again. */

import type { Lock, Sign } from '../../../plan/change/locks.ts';
import type { CalendarDay } from '../../../plan/time/wall-clock.ts';
import type { Numbers } from '../../numbers-and-units.ts';
import type { LockWords } from '../../plan/plan-words.ts';

const signs: Readonly<Record<Exclude<Sign, 'tingling'>, LockWords>> = {
  emergency: {
    title: 'Call the emergency number now',
    advice: [
      'Chest pain, trouble breathing, confusion or collapse cannot wait.',
      'The plan unlocks once you say that a clinician has seen you.',
    ],
  },
  urgent: {
    title: 'Get urgent care now',
    advice: [
      'Dark urine or unusually severe pain after hard running must be looked at today. All steps are locked.',
      'They unlock once you say that a clinician has seen you.',
    ],
  },
  clot: {
    title: 'Get your leg looked at today',
    advice: [
      'One calf that is swollen, warm or red may be a clot. No boots, roller, plate, gun, ball, massage, stretching or running; do not knead it.',
      'Trouble breathing or chest pain: call the emergency number.',
      'These steps unlock once you say that a clinician has ruled out a clot.',
    ],
  },
  nerve: {
    title: 'See a clinician before the next session',
    advice: [
      'A weak leg, a foot that drops, or numbness for more than 24 hours may mean a compressed nerve. No boots, plate or running.',
      'They unlock once you say that a clinician has seen you.',
    ],
  },
};

export const lock =
  (n: Numbers) =>
  ({ sign, opens }: Lock): LockWords => {
    if (sign !== 'tingling') return signs[sign];
    const isTime = opens !== null && opens !== 'clinician';
    return {
      title: 'No boots for now',
      advice: [
        isTime
          ? `Because of the tingling or numbness, no boots until ${n.dates.day(opens.slice(0, 10) as CalendarDay)}, ${n.dates.time(opens)}.`
          : 'Tingling or numbness: no boots for 24 hours, and none until you say that it is gone.',
        'If it lasts for more than 24 hours, or the leg feels weak, see a clinician.',
      ],
    };
  };
