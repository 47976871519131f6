/** Decides whether a session may start, and starts it. */

import { defaultFillModel, type FillModel } from '../air/fill-model.ts';
import type { BootsShape } from '../program/boots-shape.ts';
import type { Problem } from '../safety/problem.ts';
import { planOf, problemsOf } from '../scheduler/begin.ts';
import { memoized } from '../timeline/memoized.ts';
import { allowed, hinderedBy, outOfTouch, tooSoonAfterSession, tooSoonAfterStop } from './may-begin.ts';
import { addNotice, dropAllNotices } from './notices/notices.ts';
import { isUnderWay, therapy } from './regions/therapy.ts';
import { hasBoots, isSessionOn, planIn, type SessionState, type WithBoots } from './state.ts';
import { andThen, askForControl, type Step, step } from './step.ts';
import type { MayBegin } from './view.ts';

const fillModel = memoized(({ boots }: { readonly boots: BootsShape }): FillModel => defaultFillModel(boots));
const none: readonly Problem[] = [];

/** Returns the same object for the same boots. */
const usualFills = (boots: BootsShape): FillModel => fillModel({ boots });

/**
 * How these boots fill: as estimated in the session that is on, otherwise the default, because another person's legs may be next. Null
 * without boots.
 */
export function fillsOf(state: SessionState): FillModel | null {
  if (!hasBoots(state)) return null;
  return (isSessionOn(state) ? planIn(state)?.air.fills : null) ?? usualFills(state.boots.shape);
}

/** The reasons found so far to refuse the program that is chosen; none without boots or while a session is on. */
export const startProblems = (state: SessionState): readonly Problem[] =>
  hasBoots(state) && !isSessionOn(state)
    ? problemsOf(state.setup.settings, state.boots.shape, usualFills(state.boots.shape))
    : none;

/** Of several reasons against Start, gives the one that a person must act on, or wait for, first. */
export function startable(state: SessionState): MayBegin {
  if (!hasBoots(state)) return hinderedBy('noBoots');
  if (isSessionOn(state)) return hinderedBy('underWay');
  const soon = tooSoonAfterStop(state);
  if (soon) return hinderedBy(soon);
  if (state.link.kind !== 'connected') return hinderedBy(outOfTouch(state));
  if (state.barred === 'standingStill' && state.boots.pair) return hinderedBy('oneStoodStill');
  if (state.barred !== null) return hinderedBy(state.barred);
  if (state.status.fault !== 'none') return hinderedBy('latched');
  const early = tooSoonAfterSession(state);
  if (early) return hinderedBy(early);
  return startProblems(state).length > 0 ? hinderedBy('unfit') : allowed;
}

/** Does nothing if Start is not possible, because the page shows why. An unfit program is refused with the reasons found. */
export function start(state: WithBoots): Step<WithBoots> {
  const from = state.therapy;
  const may = startable(state);
  if (isUnderWay(from) || (may.kind === 'no' && may.why !== 'unfit')) return step(state);
  const { boots, setup, status, now } = state;
  const begun = planOf(setup.settings, boots.shape, usualFills(boots.shape), status, now);
  if (begun.kind === 'refused') {
    return step(addNotice(state, { kind: 'programRefused', problems: begun.problems }));
  }
  const { plan } = begun;
  const preparing = therapy.move(from, 'start', { step: 'control', before: null, since: now, plan });
  return andThen(step({ ...dropAllNotices(state), therapy: preparing }, { kind: 'run', plan }), (next) =>
    askForControl(next, 'start'),
  );
}
