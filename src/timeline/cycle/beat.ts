/**
 * A beat is a keyframe of a cycle before its time is known. A step of the wave is the zones that rise next as the wave climbs, with the
 * beats in which they rise and are squeezed.
 */

import type { Target } from '../../../firmware-protocol/keyframe.ts';

export interface Beat {
  readonly targets: readonly Target[];
  /** Whether the boots wait at this beat for the targets. If so, `lasts` counts from the end of that wait. */
  readonly gated: boolean;
  /** Playhead time until the next beat, s. */
  readonly lasts: number;
  /** Index of the step of the wave; null for the prefill and the release. */
  readonly step: number | null;
}

/** A beat of a step. Its targets depend on which earlier steps are still at their crest (their full pressure). */
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

/** @param by s */
export function lengthenLast<Each extends { readonly lasts: number }>(beats: Each[], by: number): void {
  const last = beats.pop();
  if (last) beats.push({ ...last, lasts: last.lasts + by });
}
