/** The short acknowledgement that real boots ask for, in plain words. */

import type { Words } from '../../words.ts';

export const acknowledgement: Words['acknowledgement'] = {
  title: 'Before you squeeze your legs',
  intro: 'Two minutes of reading, once. Pressure on the legs is not for everybody.',
  notIf: 'Do not use the boots if you have',
  never: [
    'a blood clot, or think you might: one leg swollen, warm, red or sore',
    'had a clot or an embolism recently, or an inflamed vein',
    'a serious disease of the leg arteries',
    'heart failure, or water on the lungs',
    'lost feeling in your legs or feet',
    'a skin infection or open wounds on the legs',
    'had a skin graft, a fracture or leg surgery recently',
    'a tumour in or near the legs',
  ],
  askIf: 'Ask a clinician first if you',
  ask: [
    'are pregnant',
    'have blood pressure that is not under control',
    'take blood thinners',
    'are under 18',
    'have an implant',
    'have, or had, foot drop (nerve damage at the knee)',
  ],
  during: 'While you use them',
  rules: [
    'Numbness, tingling or pain: stop at once, and do not go on that day.',
    'The button on the boots always stops them, with or without this page. If there is none, unplug the hose.',
    'Right after a very long race, dark urine, one swollen calf, confusion, or pain out of proportion: no boots, see a doctor now.',
  ],
  agree: 'I have read this, and none of the first list is true for me.',
  pair: 'Pair boots',
  goOn: 'Continue',
  back: 'Back',
};
