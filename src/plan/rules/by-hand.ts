/** Rules for massage with a foam roller, a massage stick, the hands, or a massage gun or ball, and for the vibration plate. */

import type { Action, Muscle } from '../step.ts';
import { longRuns, type Rule } from './rule.ts';

const legs: readonly Muscle[] = ['quadriceps', 'hamstrings', 'calves'];

/** 3 muscles × 2 legs × 10 strokes of 1.5 s take 90 s. The rest of the default 4 min is for the changes between them. */
const flush = (muscles: readonly Muscle[], minutes = 4): Action => ({
  kind: 'roller',
  minutes,
  muscles,
  passes: 10,
});
const byHand = (minutes: number, muscles: readonly Muscle[]): Action => ({
  kind: 'massage',
  minutes,
  depth: 'light',
  by: 'hands',
  muscles,
  secondsASpot: null,
});
const spots = (minutes: number, muscles: readonly Muscle[]): Action => ({
  kind: 'massage',
  minutes,
  depth: 'spots',
  by: 'massager',
  muscles,
  secondsASpot: 60,
});

const footToHip: readonly Muscle[] = ['feet', 'calves', 'hamstrings', 'quadriceps'];
const EVENING_MASSAGE = { at: '20:15' };

const roller: readonly Rule[] = [
  {
    id: 'roller',
    events: ['10k', 'half', 'marathon', 'trail', 'hard-training', 'cold-cramps'],
    phase: 'sore',
    when: { at: '10:00' },
    action: flush(legs),
    needs: 'roller',
    why: 'roller-flush',
    sources: ['practice', 'recovery-review'],
  },
  {
    id: 'roller',
    events: ['ultra'],
    phase: 'sore',
    when: { at: '10:00' },
    action: flush(legs),
    needs: 'roller',
    askFirst: 'after-ultra',
    why: 'roller-flush',
    sources: ['practice', 'recovery-review'],
  },
  {
    id: 'roller',
    events: longRuns,
    phase: 'return',
    days: [0, 2, 4, 6],
    when: { at: '16:45' },
    action: flush(legs),
    needs: 'roller',
    optional: true,
    why: 'roller-before-run',
    sources: ['practice'],
  },
  {
    id: 'roller',
    events: ['flight'],
    phase: 'first',
    when: { after: 40 },
    action: flush(['feet', 'calves', 'hamstrings', 'quadriceps'], 5),
    needs: 'roller',
    askFirst: 'one-calf',
    why: 'roller-flight',
    sources: ['practice'],
  },
];

const hands: readonly Rule[] = [
  {
    id: 'massage',
    events: ['10k', 'half', 'marathon', 'trail', 'hard-training'],
    phase: 'sore',
    days: [0, 2],
    when: EVENING_MASSAGE,
    action: byHand(5, footToHip),
    why: 'hands-light',
    sources: ['recovery-review', 'choice'],
  },
  {
    id: 'massage',
    events: ['ultra'],
    phase: 'sore',
    when: EVENING_MASSAGE,
    action: byHand(5, footToHip),
    askFirst: 'after-ultra',
    why: 'hands-ultra',
    sources: ['practice', 'recovery-review'],
  },
  {
    id: 'massage',
    events: longRuns,
    phase: 'easy',
    days: [1, 3],
    when: EVENING_MASSAGE,
    action: byHand(10, footToHip),
    optional: true,
    why: 'hands-light',
    sources: ['recovery-review', 'choice'],
  },
  {
    id: 'massage',
    events: ['flight'],
    phase: 'first',
    when: { after: 25 },
    action: byHand(4, footToHip),
    askFirst: 'one-calf',
    why: 'hands-flight',
    sources: ['practice'],
  },
];

const singleSpots: readonly Rule[] = [
  {
    id: 'spots',
    events: ['trail'],
    phase: 'sore',
    days: [1, 2],
    when: { at: '19:15' },
    action: spots(6, ['calves', 'glutes']),
    needs: 'massager',
    optional: true,
    why: 'trail-knots',
    sources: ['practice', 'choice'],
  },
  // Light strokes follow the work on single spots that evening.
  {
    id: 'massage',
    events: ['trail'],
    phase: 'sore',
    days: [1],
    when: EVENING_MASSAGE,
    action: byHand(5, footToHip),
    why: 'hands-light',
    sources: ['practice', 'choice'],
  },
  {
    id: 'spots',
    events: longRuns,
    phase: 'easy',
    days: [1, 3],
    when: { at: '19:15' },
    action: spots(6, ['calves', 'glutes']),
    needs: 'massager',
    optional: true,
    why: 'spots',
    sources: ['practice', 'choice'],
  },
];

/** The gentlest setting of the plate: 2 mm peak to peak at 30 Hz, an acceleration of 3.6 g. */
const gentlest: Action = {
  kind: 'plate',
  minutes: 10,
  hertz: 30,
  millimetres: 2,
  onSeconds: 60,
  restSeconds: 60,
};

const plate: readonly Rule[] = [
  {
    id: 'plate',
    events: ['10k', 'half', 'marathon', 'trail', 'hard-training'],
    phase: 'sore',
    when: { at: '16:00' },
    action: gentlest,
    needs: 'plate',
    optional: true,
    why: 'plate',
    sources: ['practice', 'choice'],
  },
  {
    id: 'plate',
    events: ['ultra'],
    phase: 'sore',
    days: [1, 2],
    when: { at: '16:00' },
    action: gentlest,
    needs: 'plate',
    optional: true,
    askFirst: 'after-ultra',
    why: 'plate',
    sources: ['practice', 'choice'],
  },
];

export const manual: readonly Rule[] = [...roller, ...hands, ...singleSpots, ...plate];
