/** What a cycle is made of before it has times: beats, and the steps of the wave they belong to. */

import type { Target } from '../../../firmware-protocol/keyframe.ts';

/** A moment of a cycle: what it asks for, and how long until the next one. */
export interface Beat {
  /** Of all legs, in the order of a keyframe. */
  readonly targets: readonly Target[];
  /** The next beat counts from these targets being reached. */
  readonly gated: boolean;
  /** Playhead time until the next beat, s. */
  readonly lasts: number;
  /** Step of the wave it belongs to; null for mould and release. */
  readonly step: number | null;
}

/** A beat of a step, not yet knowing which steps before it are still at their crest. */
export interface StepBeat {
  readonly targets: (still: ReadonlySet<number>) => readonly Target[];
  readonly gated: boolean;
  readonly lasts: number;
}

/** The beats of one step, and how long its crest stays after them while the next step begins, s. */
export interface Step {
  readonly beats: readonly StepBeat[];
  readonly stays: number;
}

/** The last of these beats lasts longer, s. */
export function lengthenLast<Each extends { readonly lasts: number }>(beats: Each[], by: number): void {
  const last = beats.pop();
  if (last) beats.push({ ...last, lasts: last.lasts + by });
}
