/** The questions before a session with real boots (the screening), and the reasons that forbid such a session. */

import { rules } from '../../../../firmware-protocol/limits.ts';
import { mmhg } from '../../../../firmware-protocol/quantities.ts';
import type { Contraindication, ToAskAbout } from '../../../plan/screening/questions.ts';
import { lock } from '../../en/plan/locks.ts';
import type { GateWords } from '../../journal/journal-words.ts';
import type { Numbers } from '../../numbers-and-units.ts';

const contraindications: Readonly<Record<Contraindication, string>> = {
  'recent-clot': 'I had a blood clot or an embolism recently',
  'inflamed-vein': 'I have an inflamed vein',
  'artery-disease': 'I have a serious disease of the leg arteries',
  'heart-failure': 'I have heart failure, or water on the lungs',
  'no-feeling': 'I have lost feeling in my legs or feet',
  skin: 'I have a skin infection or open wounds on the legs',
  operation: 'I had a skin graft, a fracture or leg surgery recently',
  tumour: 'I have a tumour in or near the legs',
};

const toAskAbout: Readonly<Record<ToAskAbout, string>> = {
  pregnant: 'I am pregnant',
  'blood-pressure': 'My blood pressure is not under control',
  'blood-thinners': 'I take blood thinners',
  'under-18': 'I am under 18',
  implant: 'I have an implant',
  'foot-drop': 'I have, or had, foot drop (nerve damage at the knee)',
};

const screening: GateWords['screening'] = {
  title: 'Before you squeeze your legs',
  why: {
    first: 'Tick what is true for you. Your answers stay on this device.',
    month: 'It has been a month: is any of this true for you now? Your answers stay on this device.',
    ultra: 'After a very long race, please look again: is any of this true for you now?',
    asked: 'You asked to look again: is any of this true for you now?',
    clock: 'Your last answers have a date that has not come yet, so please answer again.',
  },
  never: 'If any of these apply, no boots',
  ask: 'If any of these apply, ask a clinician first',
  today: 'Today, especially after a very long race',
  during: 'While you use them',
  contraindications,
  toAskAbout,
  signs: {
    emergency: 'I have chest pain, trouble breathing, confusion, or I collapsed',
    'dark-urine': 'My urine is dark',
    'severe-pain': 'I have unusually severe pain',
    'one-calf': 'One calf is swollen, warm or red',
    weakness: 'A leg is weak, or a foot drops',
    tingling: 'I feel numbness or tingling',
  },
  rules: [
    'Numbness, tingling or pain: stop at once, and no more boots that day.',
    'The button on the boots always stops them, with or without this page. If there is none, unplug the hose.',
  ],
  clinician: 'I have asked a clinician about it, and I may use the boots',
  none: 'None of this is true for me',
  some: 'That is all',
  pair: 'Pair boots',
  goOn: 'Continue',
  back: 'Back',
  again: 'Answer again',
  passed: 'You have answered the questions.',
};

const list = (lines: readonly string[]): readonly string[] => lines.map((line) => `${line}.`);

export const gate = (n: Numbers): GateWords => ({
  screening,
  blocked: (by) => ({
    title: 'No compression boots for now',
    advice: [
      'You said:',
      ...list(by.map((one) => contraindications[one])),
      'Pressure on your legs could harm you. Guides without boots, and simulated boots, still work. If an answer was wrong or no longer applies, answer again.',
    ],
  }),
  askFirst: (about) => ({
    title: 'Ask a clinician first',
    advice: [
      'You said:',
      ...list(about.map((one) => toAskAbout[one])),
      `Show a clinician what these boots do: up to ${n.withUnit(mmhg(rules.confirmAbove))}, in waves from foot to thigh. Then answer again, and say that you have asked.`,
    ],
  }),
  lock: lock(n),
  opens: {
    emergency: 'A clinician has seen me',
    urgent: 'A clinician has seen me',
    clot: 'A clinician has ruled out a clot',
    nerve: 'A clinician has seen me',
    tingling: 'The tingling or numbness is gone',
  },
  mistake: 'I said this by mistake',
  call: {
    number: '112',
    label: 'Call 112',
    where: 'On a mobile phone 112 reaches the emergency services in most countries. In North America: 911.',
  },
  who: { title: 'Who is wearing the boots?', what: 'Each person has their own doses, answers and journal.' },
});
