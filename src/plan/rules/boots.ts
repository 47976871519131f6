/**
 * Rules for boots sessions: which program, how strong, how long. Each session by itself is within the daily allowance; place/limits.ts
 * checks several sessions together, and the time between them.
 */

import { mmhg } from '../../../firmware-protocol/quantities.ts';
import { coldLegs } from '../../program/presets/cold-legs.ts';
import { deskSide } from '../../program/presets/desk-side.ts';
import { nextDayFlush } from '../../program/presets/next-day-flush.ts';
import { postMarathon } from '../../program/presets/post-marathon.ts';
import { trail } from '../../program/presets/trail.ts';
import { travelLegs } from '../../program/presets/travel-legs.ts';
import { ultra } from '../../program/presets/ultra.ts';
import type { Program } from '../../program/program.ts';
import type { Action } from '../step.ts';
import { type Rule, shortRuns } from './rule.ts';

const session = (program: Program, pressure: number, minutes: number): Action => ({
  kind: 'boots',
  program: program.id,
  name: program.name,
  pressure: mmhg(pressure),
  minutes,
});

/** From the event to the first session, min: half an hour more than `allowance.afterEvent`, in case the event ended later than reported. */
const FIRST_SESSION_AFTER = 150;
const EVENING_SESSION = { at: '18:00' };

const rule = (of: Omit<Rule, 'id' | 'needs' | 'sources'> & Partial<Pick<Rule, 'id' | 'sources'>>): Rule => ({
  id: 'boots',
  needs: 'boots',
  sources: ['boots-review', 'choice', 'limit'],
  ...of,
});

const sameDay: readonly Rule[] = [
  rule({
    events: shortRuns,
    phase: 'first',
    when: { after: FIRST_SESSION_AFTER },
    action: session(postMarathon, 50, 20),
    optional: true,
    why: 'boots-same-day',
  }),
  rule({
    events: ['half', 'marathon'],
    phase: 'first',
    when: { after: FIRST_SESSION_AFTER },
    action: session(postMarathon, 55, 20),
    why: 'boots-same-day',
  }),
  rule({
    events: ['trail'],
    phase: 'first',
    when: { after: FIRST_SESSION_AFTER },
    action: session(trail, 55, 20),
    why: 'boots-trail',
  }),
  rule({
    events: ['ultra'],
    phase: 'first',
    when: { after: FIRST_SESSION_AFTER },
    action: session(ultra, 50, 30),
    askFirst: 'after-ultra',
    why: 'boots-ultra',
    sources: ['ultra-trial', 'practice', 'limit'],
  }),
  rule({
    events: ['cold-cramps'],
    phase: 'first',
    when: { after: FIRST_SESSION_AFTER },
    action: session(coldLegs, 40, 20),
    optional: true,
    askFirst: 'one-calf',
    why: 'boots-cold',
    sources: ['choice', 'limit'],
  }),
  rule({
    events: ['flight'],
    phase: 'first',
    when: { after: FIRST_SESSION_AFTER },
    action: session(travelLegs, 40, 20),
    optional: true,
    askFirst: 'one-calf',
    why: 'boots-flight',
    sources: ['practice', 'limit'],
  }),
  rule({
    events: ['desk'],
    phase: 'first',
    when: { after: FIRST_SESSION_AFTER },
    action: session(deskSide, 35, 30),
    optional: true,
    why: 'boots-desk',
    sources: ['choice', 'limit'],
  }),
];

// When the clocks go forward, the sessions of two evenings are less than 24 h apart. Even so the two together stay within the dose for 24
// h.
const nextDays: readonly Rule[] = [
  rule({
    events: shortRuns,
    phase: 'sore',
    when: EVENING_SESSION,
    action: session(nextDayFlush, 60, 20),
    optional: true,
    why: 'boots-next-days',
  }),
  rule({
    events: ['half', 'marathon'],
    phase: 'sore',
    when: EVENING_SESSION,
    action: session(nextDayFlush, 60, 25),
    why: 'boots-next-days',
  }),
  rule({
    id: 'boots-second',
    events: ['marathon'],
    phase: 'sore',
    days: [0],
    when: { at: '10:45' },
    action: session(nextDayFlush, 60, 20),
    optional: true,
    why: 'boots-if-wanted',
  }),
  rule({
    events: ['trail'],
    phase: 'sore',
    when: EVENING_SESSION,
    action: session(trail, 60, 20),
    why: 'boots-trail',
  }),
  rule({
    events: ['ultra'],
    phase: 'sore',
    when: EVENING_SESSION,
    action: session(ultra, 50, 30),
    optional: true,
    askFirst: 'after-ultra',
    why: 'boots-ultra',
    sources: ['practice', 'choice', 'limit'],
  }),
  rule({
    events: ['half', 'marathon'],
    phase: 'easy',
    days: [1, 3],
    when: EVENING_SESSION,
    action: session(nextDayFlush, 60, 20),
    optional: true,
    why: 'boots-if-wanted',
  }),
  rule({
    events: ['trail'],
    phase: 'easy',
    days: [1, 3],
    when: EVENING_SESSION,
    action: session(trail, 60, 20),
    optional: true,
    why: 'boots-if-wanted',
  }),
  rule({
    events: ['ultra'],
    phase: 'easy',
    days: [1, 3, 5],
    when: EVENING_SESSION,
    action: session(ultra, 50, 30),
    optional: true,
    why: 'boots-if-wanted',
  }),
];

export const boots: readonly Rule[] = [...sameDay, ...nextDays];
