/** Whether a session may start, and how it starts. */

import { defaultFillModel, type FillModel } from '../air/fill-model.ts';
import type { BootsShape } from '../program/boots-shape.ts';
import type { Problem } from '../safety/problem.ts';
import { planOf, problemsOf } from '../scheduler/begin.ts';
import { memoized } from '../timeline/memoized.ts';
import { not, tooSoonAfterSession, tooSoonAfterStop, yes } from './may-begin.ts';
import { addNotice, dropAllNotices } from './notices/notices.ts';
import { therapy } from './regions/therapy.ts';
import { isSessionOn, isTogether, planIn, type SessionState, type Together } from './state.ts';
import { andThen, askForControl, type Step, step } from './step.ts';
import type { MayBegin } from './view.ts';

const fillModel = memoized(({ boots }: { readonly boots: BootsShape }): FillModel => defaultFillModel(boots));
const none: readonly Problem[] = [];

/** The default fill model; the same object for the same boots. */
const usualFills = (boots: BootsShape): FillModel => fillModel({ boots });

/** How these boots fill: as learned while a session is on, else the default, since another leg may be next. Null without boots. */
export function fillsOf(state: SessionState): FillModel | null {
  if (!isTogether(state)) return null;
  return (isSessionOn(state) ? planIn(state)?.air.fills : null) ?? usualFills(state.boots.shape);
}

/** Every reason why Start would be refused; none while a session is on. */
export const startProblems = (state: SessionState): readonly Problem[] =>
  isTogether(state) && !isSessionOn(state)
    ? problemsOf(state.wishes.settings, state.boots.shape, usualFills(state.boots.shape))
    : none;

/** Whether Start is possible now. The first reason given is the one a person can act on, or must wait for, first. */
export function startable(state: SessionState): MayBegin {
  if (!isTogether(state)) return not('noBoots');
  if (isSessionOn(state)) return not('underWay');
  const soon = tooSoonAfterStop(state);
  if (soon) return not(soon);
  if (state.link.kind !== 'connected') return not('outOfTouch');
  if (state.status.fault !== 'none') return not('latched');
  const early = tooSoonAfterSession(state);
  if (early) return not(early);
  return startProblems(state).length > 0 ? not('unfit') : yes;
}

/** Does nothing where Start is not possible; the page shows why. An unfit program is refused with every reason. */
export function start(state: Together): Step<Together> {
  const from = state.therapy;
  const may = startable(state);
  if (may.kind === 'no' && may.why !== 'unfit') return step(state);
  if (from.kind !== 'idle' && from.kind !== 'ended') return step(state);
  const { boots, wishes, status, now } = state;
  const begun = planOf(wishes.settings, boots.shape, usualFills(boots.shape), status, now);
  if (begun.kind === 'refused') {
    return step(addNotice(state, { kind: 'programRefused', problems: begun.problems }));
  }
  const { plan } = begun;
  const preparing = therapy.move(from, 'start', { step: 'control', before: null, since: now, plan });
  return andThen(step({ ...dropAllNotices(state), therapy: preparing }, { kind: 'run', plan }), (next) =>
    askForControl(next, 'start'),
  );
}
