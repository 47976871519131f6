/**
 * Decides which guides are closed: by a lock, which a reported warning sign causes, or by the user's answers to the health questions (the
 * screening).
 */

import type { GuideId } from '../../guide/guide.ts';
import { closes, type Lock } from '../../plan/change/locks.ts';
import type { BareWork, Tool } from '../../plan/plan-request.ts';
import { barredBy, forbiddenBy } from '../../plan/screening/questions.ts';
import { actionOf } from './guide-of-step.ts';

/** The gravest lock that closes the guide; null if none does. @param locks the locks in force, gravest first */
export const lockOn = (locks: readonly Lock[], id: GuideId): Lock | null =>
  locks.find(({ sign }) => closes[sign].includes(actionOf[id])) ?? null;

/** The tool of each guide that needs one. The answers to the screening may rule out a tool. */
const toolOf: Readonly<Partial<Record<GuideId, Tool>>> = {
  'roller-flush': 'roller',
  spots: 'massager',
  'vibration-plate': 'plate',
};

/** The work in each guide without a tool that the answers to the screening may forbid. */
const workIn: Readonly<Partial<Record<GuideId, readonly BareWork[]>>> = {
  'by-hand': ['massage'],
  cramp: ['stretch', 'massage'],
  mobility: ['stretch'],
  stretches: ['stretch'],
  'easy-run': ['run'],
};

/** @param yes the screening questions that the user answered with yes */
export function isRuledOut(yes: readonly string[], id: GuideId): boolean {
  const tool = toolOf[id];
  const forbidden = forbiddenBy(yes);
  return (
    (tool !== undefined && barredBy(yes).includes(tool)) ||
    (workIn[id] ?? []).some((work) => forbidden.includes(work))
  );
}
