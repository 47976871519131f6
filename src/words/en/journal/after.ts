/** The questions after a session. */

import type { Compared } from '../../../journal/views/last-time.ts';
import type { JournalWords } from '../../journal/journal-words.ts';
import type { Numbers } from '../../numbers-and-units.ts';

const figures = (n: Numbers, { lasted, intensity, dose }: Compared): string =>
  `${n.lasting(lasted)} at ${n.withUnit(intensity)}, ${n.dose(dose)} at most in one zone`;

export const after = (n: Numbers): JournalWords['after'] => ({
  feel: 'How do your legs feel?',
  least: '0 = fresh',
  most: '10 = as sore as can be',
  numb: 'Any numbness or tingling?',
  marks: 'Last time it left marks or hurt. Again? Marks count if they stay for more than 30 min.',
  marksNext: (less) => `Next time, set ${n.withUnit(less)} less than this time, or switch that zone off.`,
  yes: 'Yes',
  no: 'No',
  else: 'Something else is wrong',
  elseWhat: 'Say so here: the page locks what you must not do, and says what to do.',
  signs: {
    tingling: 'Numbness or tingling',
    marks: 'Marks on the skin for more than 30 min, or pain during the session',
    weakness: 'A weak leg, or a foot that drops',
    'one-calf': 'One calf is swollen, warm or red',
    'severe-pain': 'Unusually severe pain',
    'dark-urine': 'Dark urine',
    emergency: 'Chest pain, trouble breathing, confusion or collapse',
  },
  noted: 'Noted.',
  open: 'Show it in the journal',
  memoryOnly: 'This browser keeps nothing for this page: the journal lasts until the page is closed.',
  lastTime: ({ before, feel, now }, day) => [
    `Last time, on ${day}: ${figures(n, before)}${feel === null ? '' : `; legs ${n.count(feel)} of 10 afterwards`}.`,
    `This time: ${figures(n, now)}.`,
  ],
});
