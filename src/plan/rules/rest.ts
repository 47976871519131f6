/** Rules for drinking and resting after a run, and for winding down in the evening. */

import { longRuns, type Rule, runs } from './rule.ts';

export const rest: readonly Rule[] = [
  {
    id: 'drink',
    events: runs,
    phase: 'first',
    when: { after: 15 },
    action: { kind: 'drink', minutes: 10 },
    why: 'drink-to-thirst',
    sources: ['thirst'],
  },
  {
    id: 'rest',
    events: longRuns,
    phase: 'first',
    when: { after: 60 },
    action: { kind: 'rest', minutes: 30 },
    why: 'put-feet-up',
    sources: ['choice'],
  },
  {
    id: 'wind-down',
    events: [...runs, 'flight', 'cold-cramps'],
    phase: 'first',
    when: { at: '21:30' },
    notBefore: 60,
    action: { kind: 'wind-down', minutes: 10, breathsAMinute: 6 },
    why: 'sleep',
    sources: ['practice', 'choice'],
  },
  {
    id: 'wind-down',
    events: longRuns,
    phase: 'sore',
    when: { at: '21:30' },
    action: { kind: 'wind-down', minutes: 10, breathsAMinute: 6 },
    why: 'sleep',
    sources: ['practice', 'choice'],
  },
];
