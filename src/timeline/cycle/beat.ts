/** Beats: what a cycle consists of before its times are known, and the steps of the wave that they belong to. */

import type { Target } from '../../../firmware-protocol/keyframe.ts';

/** A moment of a cycle: its targets, and how long until the next one. */
export interface Beat {
  /** Targets of all legs, in the order of a keyframe. */
  readonly targets: readonly Target[];
  /** The time to the next beat counts from when these targets are reached. */
  readonly gated: boolean;
  /** Playhead time until the next beat, s. */
  readonly lasts: number;
  /** The step of the wave it belongs to; null for the prefill and the release. */
  readonly step: number | null;
}

/** A beat of a step, before it is known which earlier steps are still at their crest. */
export interface StepBeat {
  readonly targets: (atCrest: ReadonlySet<number>) => readonly Target[];
  readonly gated: boolean;
  readonly lasts: number;
}

/** The beats of one step, and how long its crest stays on after them while the next step begins, s. */
export interface Step {
  readonly beats: readonly StepBeat[];
  readonly stays: number;
}

/** Lengthens the last of these beats, s. */
export function lengthenLast<Each extends { readonly lasts: number }>(beats: Each[], by: number): void {
  const last = beats.pop();
  if (last) beats.push({ ...last, lasts: last.lasts + by });
}
