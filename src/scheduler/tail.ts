/** Composes the tail of a script (everything from a cycle boundary on) anew, and orders the cut that replaces the old tail in the boots. */

import type { Keyframe } from '../../firmware-protocol/keyframe.ts';
import { type Milliseconds, milliseconds } from '../../firmware-protocol/quantities.ts';
import { highestTargetOf } from '../program/boots-shape.ts';
import { checkTimeline } from '../safety/envelope.ts';
import type { Problem } from '../safety/problem.ts';
import { type Beginning, boundaryAfter, type Script } from '../timeline/script.ts';
import { withinReach } from '../timeline/within-reach.ts';
import { type Scheduled, type SchedulerNotice, scheduled } from './event.ts';
import type { Change, Plan } from './plan.ts';
import { budgetAt, playheadNow } from './time.ts';

/** A cut at a boundary nearer than this might not reach the boots in time. */
export const BOUNDARY_MARGIN: Milliseconds = milliseconds(1000);

/** The beginning of the next cycle that can still be changed; the end of the script if there is none. */
export function nextBoundary(plan: Plan, margin: Milliseconds = BOUNDARY_MARGIN): Beginning {
  const { script } = plan;
  const at = boundaryAfter(script, milliseconds(playheadNow(plan) + margin));
  const before = script.cycles.findLast(({ start }) => start < at);
  return { at, index: (before?.index ?? -1) + 1, ...budgetAt(plan, at), afterPause: false };
}

export type Tail =
  /** If the air cannot follow the intensity wanted, the tail and `plan.wanted` have a lower one, and `notices` says so. */
  | {
      readonly kind: 'composed';
      readonly tail: Script;
      readonly plan: Plan;
      readonly notices: readonly SchedulerNotice[];
    }
  /** `problem`: what is wrong at the intensity wanted. No lower one that was tried keeps the limits either. */
  | { readonly kind: 'impossible'; readonly problem: Problem };

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

export const endAt = (script: Script, at: Milliseconds): Script => ({
  keyframes: script.keyframes.filter(({ end }) => end).map((end) => ({ ...end, at })),
  cycles: [],
  end: at,
});

/** Makes `script` the plan's script, and orders the cut that replaces what the boots hold from `change.from` on. */
export function cutTo(
  plan: Plan,
  script: Script,
  change: Pick<Change, 'kind' | 'from' | 'margin'>,
): Scheduled {
  const { kind, from } = change;
  // The waits of a cycle that is changed while it plays say nothing about later cycles.
  const whole = plan.whole && kind === 'boundary';
  const before = plan.change?.before ?? plan.settings;
  const keyframes = script.keyframes.filter(({ at }) => at >= from);
  return scheduled(
    { ...plan, script, settings: plan.wanted, change: { ...change, before, taken: false }, whole },
    { kind: 'cut', keyframes, from },
  );
}

export const problemsIn = (
  { boots, air, wanted }: Plan,
  keyframes: readonly Keyframe[],
): readonly Problem[] =>
  checkTimeline(keyframes, boots, air.fills, highestTargetOf(boots, wanted.confirmed), { open: true });
