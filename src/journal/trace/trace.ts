/** The trace of a session: every zone's measured pressure and what was asked of it, at an even pace. */

import type { Target } from '../../../firmware-protocol/keyframe.ts';
import type { Milliseconds, Mmhg } from '../../../firmware-protocol/quantities.ts';
import type { BodyPart, Side } from '../../../firmware-protocol/zones.ts';

export interface TraceZone {
  readonly side: Side;
  readonly part: BodyPart;
  /** Whole mmHg; null = not measured then. */
  readonly measured: readonly (Mmhg | null)[];
  /** Null = not known then. */
  readonly asked: readonly (Target | null)[];
}

export interface Trace {
  /** From one sample to the next. */
  readonly period: Milliseconds;
  /** All of the same length. */
  readonly zones: readonly TraceZone[];
}

export const samplesOf = ({ zones }: Trace): number => zones[0]?.measured.length ?? 0;

/** Most samples of a session: its longest wall time with pauses, at PERIOD. */
export const MOST_SAMPLES = 3 * 60 * 60 * 2;
/** Short enough to show a pulse of a second, ms. */
export const PERIOD = 500;
