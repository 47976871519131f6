/**
 * A beat is a keyframe of a cycle before its time is known. A step of the wave is the zones that rise next as the wave climbs, and the beats in
 * which they rise and are squeezed.
 */

import type { Target } from '../../../firmware-protocol/keyframe.ts';

export interface Beat {
  /** Targets of all legs, in the order of a keyframe. */
  readonly targets: readonly Target[];
  /** If true, a gate: `lasts` counts from the moment when the targets are reached, or when the wait for them ends. */
  readonly gated: boolean;
  /** Playhead time until the next beat, s. */
  readonly lasts: number;
  /** The step of the wave to which the beat belongs; null for the prefill and for releases after or before the wave. */
  readonly step: number | null;
}

/** A beat of a step. Its targets depend on which earlier steps are still at their crest, which is their full pressure. */
export interface StepBeat {
  readonly targets: (atCrest: ReadonlySet<number>) => readonly Target[];
  readonly gated: boolean;
  readonly lasts: number;
}

export interface Step {
  readonly beats: readonly StepBeat[];
  /** How long the zones of the step stay at the crest after these beats, while the next steps begin, s. */
  readonly stays: number;
}

/** Lengthens the last of these beats. @param by s */
export function lengthenLast<Each extends { readonly lasts: number }>(beats: Each[], by: number): void {
  const last = beats.pop();
  if (last) beats.push({ ...last, lasts: last.lasts + by });
}
