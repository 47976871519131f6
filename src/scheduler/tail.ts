/** Recomposes the script from a cycle boundary on, and replaces it there. */

import type { Keyframe } from '../../firmware-protocol/keyframe.ts';
import { type Milliseconds, milliseconds } from '../../firmware-protocol/quantities.ts';
import { highestTargetOf } from '../program/boots-shape.ts';
import { checkTimeline } from '../safety/envelope.ts';
import type { Problem } from '../safety/problem.ts';
import { type Beginning, boundaryAfter, type Script } from '../timeline/script.ts';
import { withinReach } from '../timeline/within-reach.ts';
import { type Scheduled, type SchedulerNotice, scheduled } from './event.ts';
import type { Change, Plan } from './plan.ts';
import { leftAt, playheadNow } from './time.ts';

/** A boundary nearer than this can no longer be changed in time. */
export const BOUNDARY_MARGIN: Milliseconds = milliseconds(1000);

/** The beginning of the next cycle that can still be changed. */
export function nextBoundary(plan: Plan, margin: Milliseconds = BOUNDARY_MARGIN): Beginning {
  const { script } = plan;
  const at = boundaryAfter(script, milliseconds(playheadNow(plan) + margin));
  const before = script.cycles.findLast(({ start }) => start < at);
  return { at, index: (before?.index ?? -1) + 1, ...leftAt(plan, at), afterPause: false };
}

export type Tail =
  /** If the air cannot follow what is wanted, it has less pressure: then `plan.wanted` is lowered, and `notices` says so. */
  | {
      readonly kind: 'composed';
      readonly tail: Script;
      readonly plan: Plan;
      readonly notices: readonly SchedulerNotice[];
    }
  /** Nothing that keeps the limits can be composed. */
  | { readonly kind: 'impossible'; readonly problem: Problem };

/** The script from a beginning on, composed for what is wanted and the air as estimated now. */
export function tailFrom(plan: Plan, from: Beginning): Tail {
  const { wanted, boots, air, script } = plan;
  const before = script.cycles.filter(({ start }) => start < from.at);
  const found = withinReach({ settings: wanted, boots, fills: air.fills }, from, before);
  if ('problem' in found) return { kind: 'impossible', problem: found.problem };
  const { script: tail, intensity } = found;
  if (intensity === wanted.intensity) return { kind: 'composed', tail, plan, notices: [] };
  return {
    kind: 'composed',
    tail,
    plan: { ...plan, wanted: { ...wanted, intensity } },
    notices: [{ kind: 'lowered', asked: wanted.intensity, set: intensity }],
  };
}

/** A script of only the end, at a playhead time. */
export const endAt = (script: Script, at: Milliseconds): Script => ({
  keyframes: script.keyframes.filter(({ end }) => end).map((end) => ({ ...end, at })),
  cycles: [],
  end: at,
});

/** Replaces the script from `from` on, and orders the cut. */
export function cutTo(
  plan: Plan,
  script: Script,
  change: Pick<Change, 'kind' | 'from' | 'margin'>,
): Scheduled {
  const { kind, from } = change;
  // The waits of a cycle that changes while it plays say nothing about the next ones.
  const whole = plan.whole && kind === 'boundary';
  const before = plan.change?.before ?? plan.settings;
  const keyframes = script.keyframes.filter(({ at }) => at >= from);
  return scheduled(
    { ...plan, script, settings: plan.wanted, change: { ...change, before, taken: false }, whole },
    { kind: 'cut', keyframes, from },
  );
}

/** Problems that the controller's own check finds in these keyframes. */
export const problemsIn = (
  { boots, air, wanted }: Plan,
  keyframes: readonly Keyframe[],
): readonly Problem[] =>
  checkTimeline(keyframes, boots, air.fills, highestTargetOf(boots, wanted.confirmed), { open: true });
