/**
 * Changes a running program by a cut, which replaces the script from one playhead time on. Less pressure takes effect at once; more
 * pressure, or another duration, where the next cycle begins that can still be changed.
 */

import type { Keyframe } from '../../../firmware-protocol/keyframe.ts';
import { type Milliseconds, type Mmhg, mmhg } from '../../../firmware-protocol/quantities.ts';
import { spliced } from '../../timeline/script.ts';
import { type Scheduled, type SchedulerNotice, scheduled, withNotices } from '../event.ts';
import type { Plan } from '../plan.ts';
import { BOUNDARY_MARGIN, cutTo, nextBoundary, tailFrom } from '../tail.ts';
import { playheadNow } from '../time.ts';
import { longerMargin, lowerNow } from './lower.ts';
import { cyclesBetween, LoweredScript } from './lowered-script.ts';
import { resumeGently } from './resume.ts';

/** Whether the script differs from what the person wants and may be changed now. */
export const isToChange = ({ stage, settings, wanted }: Plan): boolean =>
  stage === 'playing' && settings !== wanted;

export function changeWanted(plan: Plan): Scheduled {
  if (!isToChange(plan)) return scheduled(plan);
  const lowered = new LoweredScript(plan);
  const boundary = nextBoundary(plan).at;
  const isLess = lowered.isLess(cyclesBetween(plan.script, playheadNow(plan), boundary));
  const lowerOnItsWay = plan.change?.kind === 'lower' && !plan.change.taken;
  return isLess || lowerOnItsWay ? lowerNow(plan, lowered) : atBoundary(plan);
}

function atBoundary(plan: Plan): Scheduled {
  const { script } = plan;
  const from = nextBoundary(plan);
  if (from.at >= script.end && script.end - playheadNow(plan) < BOUNDARY_MARGIN) {
    return withdraw(plan, 'ending');
  }
  const composed = tailFrom(plan, from);
  if (composed.kind === 'impossible') return withdraw(plan, composed.problem);
  const { tail, plan: next, notices } = composed;
  const result =
    from.at >= script.end && tail.cycles.length === 0
      ? scheduled({ ...next, settings: next.wanted })
      : cutTo(next, spliced(script, from.at, tail), {
          kind: 'boundary',
          from: from.at,
          margin: BOUNDARY_MARGIN,
        });
  return withNotices(result, ...notices);
}

/** Gives up a change: the script stays, and `wanted` becomes the settings that the script has. */
export const withdraw = (
  plan: Plan,
  why: Extract<SchedulerNotice, { kind: 'notChanged' }>['why'],
): Scheduled => withNotices(scheduled({ ...plan, wanted: plan.settings }), { kind: 'notChanged', why });

/** Repeats the last cut from a later playhead time, because the boots had already played what that cut was to replace. */
export function redoCut(plan: Plan): Scheduled {
  const { change } = plan;
  switch (change?.kind) {
    case 'resume':
      return plan.stage === 'resuming' ? resumeGently(plan) : scheduled(plan);
    case 'lower':
      return lowerNow(plan, new LoweredScript(plan), longerMargin(change.margin));
    default:
      return atBoundary(plan);
  }
}

/**
 * Replaces the script from the next cycle boundary on, because the outcome of an earlier cut is unknown, and so are the keyframes that the
 * boots hold. If that cut was for less pressure (`isLower`), its ceiling may be lost too, so a new one is ordered.
 */
export function redoUncertain(plan: Plan, isLower: boolean): Scheduled {
  if (plan.stage !== 'playing') return scheduled(plan);
  const cut = atBoundary(plan);
  if (!isLower) return cut;
  const ceiling = highestAfter(cut.plan.script.keyframes, playheadNow(plan));
  return { ...cut, orders: [{ kind: 'ceiling', ceiling }, ...cut.orders] };
}

const highestAfter = (keyframes: readonly Keyframe[], from: Milliseconds): Mmhg =>
  mmhg(
    Math.max(
      0,
      ...keyframes
        .filter(({ at }) => at >= from)
        .flatMap(({ targets }) => targets.filter((target) => typeof target === 'number')),
    ),
  );
