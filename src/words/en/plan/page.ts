/** The words around a plan on screen, and those of the form that makes one. */

import type { BareWork, Tool } from '../../../plan/plan-request.ts';
import type { Numbers } from '../../numbers-and-units.ts';
import type { PlanWords } from '../../plan/plan-words.ts';
import { tools } from './names.ts';

export const maker: PlanWords['maker'] = {
  title: 'Make a plan',
  intro: 'Four taps. It works with boots, with other tools, or with nothing but your hands.',
  event: 'After what?',
  eventMissing: 'First choose what the plan is for.',
  ended: 'When did it end?',
  begins: 'When does it begin?',
  exactly: 'Exactly',
  ahead: 'That time has not come yet. Give the time at which it ended.',
  near: {
    now: 'Just now',
    hour: '1 hour ago',
    twoHours: '2 hours ago',
    fourHours: '4 hours ago',
    yesterday: 'Yesterday',
  },
  beginsNow: 'Now',
  went: 'How did it go?',
  courses: { well: 'Well', hard: 'Harder than I wanted', hurt: 'One spot hurts' },
  owns: 'What do you have?',
  tools: {
    boots: 'Compression boots',
    roller: 'Foam roller or massage stick',
    plate: 'Vibration plate',
    massager: 'Massage gun or ball',
  },
  more: 'More about it',
  distance: 'Distance, km',
  duration: 'Duration, min',
  ascent: 'Ascent, m',
  temperature: 'Temperature, °C',
  highest: 'Boots: no stronger than',
  barred: 'Anything you must not use?',
  make: 'Make the plan',
};

export const soreness: PlanWords['soreness'] = {
  question: 'How sore are your legs now?',
  least: '0 = not at all',
  most: '10 = as sore as can be',
};

const leftOut: Readonly<Record<Tool | BareWork, string>> = {
  ...tools,
  ...{ massage: 'massage by hand', stretch: 'moving the joints and stretching', run: 'running' },
};

export const page = (n: Numbers): PlanWords['page'] => ({
  title: 'Plan',
  today: 'Today',
  done: 'Done',
  skip: 'Skip',
  why: 'How and why',
  lead: 'Guide me through it',
  bootsOpen: 'Set up the boots',
  soreToday: (value) => `Soreness today: ${n.count(value)} of 10.`,
  soreChange: 'Change',
  laterDays: 'The days ahead',
  earlierDays: 'The days before',
  noMoreToday: 'Nothing more today.',
  rightNow: 'Now',
  nextToday: 'Next today',
  stillGood: 'Its time has passed, but it is just as good now',
  leftOut: (left) =>
    `Left out, because of your answers to the safety questions: ${n.list(left.map((one) => leftOut[one]))}.`,
  wholePlan: (event) => `All of the plan: ${event}`,
  over: 'The plan is over',
  nextDay: 'Next',
  openDay: 'Show the plan',
  wrong: 'Something feels wrong',
  wrongWhat: 'Say so here: the plan locks what you must not do, and says what to do.',
  signs: {
    marks: 'Marks on the skin for more than 30 min after a session, or pain during one',
    tingling: 'Tingling or numbness',
    'tingling-gone': 'The tingling or numbness is gone',
    weakness: 'A weak leg, or a foot that drops',
    'one-calf': 'One calf is swollen, warm or red',
    'dark-urine': 'Dark urine',
    'severe-pain': 'Unusually severe pain',
    emergency: 'Chest pain, trouble breathing, confusion or collapse',
  },
  girth: {
    what: 'Or measure both calves where they are widest: 3 cm more on one side counts as a swollen calf. The journal keeps what you measure.',
    left: 'Left calf, cm',
    right: 'Right calf, cm',
    tell: 'Tell the plan',
    last: (left, right) => `Last measured: left ${n.figure(left)} cm, right ${n.figure(right)} cm.`,
  },
  cleared: 'A clinician has seen me',
  clearedClot: 'A clinician has ruled out a clot',
  mistake: 'I said this by mistake',
  call: 'Call 112',
  callWhere: 'On a mobile phone 112 reaches the emergency services in most countries. In North America: 911.',
  make: 'Make another plan',
  drop: 'Remove this plan',
  dropped: 'The plan was removed.',
  replaced: 'This plan replaced an earlier one.',
  restore: 'Bring it back',
  lost: 'This browser keeps nothing for this page: the plan lasts until the page is closed. Save it as a file.',
  advice: 'Good to know',
  rowed: (done, of) => `${n.count(done)} of ${n.count(of)} done`,
  optional: 'if you like',
});
