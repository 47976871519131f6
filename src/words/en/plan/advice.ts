/** Advice about a whole plan. */

import type { Advice } from '../../../plan/rules/advice.ts';

export const advice: Readonly<Record<Advice, string>> = {
  modest:
    'The evidence for all of this is modest: you may feel better, and nobody can promise more. Listen to your body; leave out what does not feel right.',
  'tell-soreness': 'Each morning, say how sore your legs are (0 to 10): the plan follows.',
  'very-sore':
    'You are very sore: everything is gentler, and running comes back once you report 6 or less. If it gets worse, or has not eased in three or four days, see a clinician.',
  'spot-hurts':
    'One spot hurts: this plan has no running, no plate and no work on knots. If it hurts to walk, or has not eased in two or three days, see a clinician or physiotherapist.',
  'after-ultra':
    'After an ultra: dark urine, unusually severe pain or one swollen calf need urgent care; with confusion, chest pain or trouble breathing call the emergency number.',
  'cold-prevention':
    'Next time in the cold: warm up longer, dress warmly, drink to thirst, and make light massage a habit.',
  'cold-finish': 'It is cold: put on dry, warm clothes before anything else.',
  'next-flight':
    'On the next flight: get up each hour, move your feet, and stroke your calves toward the heart.',
  'one-calf-after-flight':
    'If one calf is swollen, warm or red: no boots, roller or massage; get it looked at today. Chest pain or trouble breathing: call the emergency number.',
};
