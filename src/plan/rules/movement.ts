/** Rules for walking, mobility and running. Rules with `base` give the basic walks, which need no tools. */

import type { Action } from '../step.ts';
import { longRuns, type Rule, runs } from './rule.ts';

const walk = (minutes: number): Action => ({ kind: 'walk', minutes, hourly: false });
const moving = (minutes: number): Action => ({
  kind: 'stretch',
  minutes,
  manner: 'moving',
  muscles: ['calves', 'hamstrings', 'quadriceps', 'hips'],
});
const run = (minutes: number): Action => ({ kind: 'run', minutes, sorenessAtMost: 3 });

const MORNING = { at: '08:30' };
const AFTER_THE_WALK = { at: '08:55' };
const AFTERNOON = { at: '17:00' };

const running = (
  phase: 'easy' | 'return',
  events: Rule['events'],
  ofDays: readonly (readonly [day: number, minutes: number])[],
): readonly Rule[] =>
  ofDays.map(([day, minutes]) => ({
    id: 'run',
    events,
    phase,
    days: [day],
    when: AFTERNOON,
    action: run(minutes),
    optional: true,
    why: phase === 'easy' ? 'easy-run' : 'back-to-running',
    sources: ['practice', 'choice'],
  }));

const exceptUltra = ['half', 'marathon', 'trail'] as const;

export const movement: readonly Rule[] = [
  {
    id: 'walk-home',
    events: runs,
    phase: 'first',
    when: { after: 0 },
    action: walk(10),
    base: true,
    why: 'walk-after-finish',
    sources: ['practice', 'walk-only'],
  },
  {
    id: 'walk-evening',
    events: runs,
    phase: 'first',
    when: { at: '18:45' },
    notBefore: 240,
    action: walk(10),
    why: 'evening-walk',
    sources: ['practice', 'walk-only'],
  },
  {
    id: 'walk',
    events: [...runs, 'cold-cramps', 'flight'],
    phase: 'sore',
    when: MORNING,
    action: walk(15),
    base: true,
    why: 'keep-moving',
    sources: ['practice', 'choice'],
  },
  {
    id: 'walk',
    events: longRuns,
    phase: 'easy',
    when: MORNING,
    action: walk(20),
    base: true,
    why: 'keep-moving',
    sources: ['practice', 'choice'],
  },
  {
    id: 'walk',
    events: longRuns,
    phase: 'return',
    when: MORNING,
    action: walk(20),
    base: true,
    why: 'keep-moving',
    sources: ['practice', 'choice'],
  },
  {
    id: 'mobility',
    events: ['10k', 'half', 'marathon', 'ultra', 'hard-training', 'flight'],
    phase: 'sore',
    when: AFTER_THE_WALK,
    action: moving(5),
    why: 'mobility',
    sources: ['practice'],
  },
  {
    id: 'mobility',
    events: ['trail'],
    phase: 'sore',
    when: AFTER_THE_WALK,
    action: { kind: 'stretch', minutes: 5, manner: 'moving', muscles: ['ankles', 'calves', 'hips'] },
    why: 'trail-joints',
    sources: ['practice', 'choice'],
  },
  {
    id: 'mobility',
    events: longRuns,
    phase: 'easy',
    when: AFTER_THE_WALK,
    action: moving(5),
    why: 'mobility',
    sources: ['practice'],
  },
  ...running('easy', exceptUltra, [
    [0, 20],
    [2, 30],
  ]),
  // After an ultramarathon the easy phase is twice as long, and the first run comes on the third day of that phase.
  ...running(
    'easy',
    ['ultra'],
    [
      [2, 20],
      [4, 20],
      [6, 30],
    ],
  ),
  ...running('return', longRuns, [
    [0, 20],
    [2, 30],
    [4, 30],
    [6, 40],
  ]),
];
