/** The trace of a session: every zone's measured pressure and target, at a fixed sample period. */

import type { Target } from '../../../firmware-protocol/keyframe.ts';
import type { Milliseconds, Mmhg } from '../../../firmware-protocol/quantities.ts';
import type { BodyPart, Side } from '../../../firmware-protocol/zones.ts';

export interface TraceZone {
  readonly side: Side;
  readonly part: BodyPart;
  /** In whole mmHg; null = nothing was measured in that period. */
  readonly measured: readonly (Mmhg | null)[];
  /** Null = not known in that period. */
  readonly targets: readonly (Target | null)[];
}

export interface Trace {
  readonly period: Milliseconds;
  /** All zones have the same number of samples. */
  readonly zones: readonly TraceZone[];
}

export const samplesOf = ({ zones }: Trace): number => zones[0]?.measured.length ?? 0;

/** Three hours at SAMPLE_PERIOD. */
export const MOST_SAMPLES = 3 * 60 * 60 * 2;
/** Sample period, ms: short enough to show a pulse of one second. */
export const SAMPLE_PERIOD = 500;

/** Whether two traces have the same zones, in the same order, at the same sample period, so that they can be parts of one trace. */
export const fitTogether = (one: Trace, other: Trace): boolean =>
  JSON.stringify(headOf(one)) === JSON.stringify(headOf(other));

const headOf = ({ period, zones }: Trace) => [period, zones.map(({ side, part }) => [side, part])];
