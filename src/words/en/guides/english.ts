/** The guides in English. */

import type { GuideWords } from '../../guides/guide-words.ts';
import type { Numbers } from '../../numbers-and-units.ts';
import { counts, crampIn, how, lasts, needed, notNow, when } from './before.ts';
import { against, groups, names, needs, what } from './names.ts';
import { running } from './running.ts';

const texts: GuideWords['texts'] = {
  title: 'Guides',
  intro: 'Each one leads you through a step and moves on by itself. None of them needs boots.',
  cramp: 'Cramp now',
  crampWhat: 'Stretch it, stroke it, keep it warm. Starts at once.',
  crampWhere: 'Where is the cramp?',
  choose: 'Which one',
  afterRunning: 'After running',
  afterFlight: 'After a long flight',
  lasts: 'Takes',
  needs: 'You need',
  when: 'When',
  notIf: 'Not if',
  how: 'How to do it',
  sources: 'What it is based on',
  begin: 'Begin',
  all: 'All guides',
  yes: 'Yes',
  locked: 'Not for now',
  ruledOut: 'Your answers to the safety questions rule this out.',
  settings: 'Answer them again',
  pause: 'Pause',
  resume: 'Resume',
  back: 'Back',
  next: 'Next',
  leave: 'End',
  pauses: 'Space or a tap anywhere pauses.',
  paused: 'Paused. Space or a tap anywhere resumes.',
  tapPauses: 'A tap anywhere pauses.',
  tapResumes: 'Paused. A tap anywhere resumes.',
  asleep: 'Paused because this device went to sleep. You are where you left off.',
  cues: 'Cues',
  sound: 'Sound',
  voice: 'Voice',
  vibration: 'Vibration',
  controls: 'Guide',
  front: 'front',
  behind: 'back',
  heart: 'toward the heart',
  again: 'Once more',
  plan: 'Back to the plan',
  unknown: 'There is no such guide.',
  modest: 'Legs may feel better for a while. Studies are small; most of this is what runners and coaches do.',
};

export const guideEnglish = (n: Numbers): GuideWords => ({
  names,
  what,
  groups,
  lasts: lasts(n),
  counts: counts(n),
  needs,
  needed,
  against,
  when: when(n),
  notNow: notNow(n),
  how: how(n),
  crampIn,
  ...running(n),
  texts,
});
