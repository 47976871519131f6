/** The trace of a session: every zone's measured pressure and target, at a fixed sample period. */

import type { Target } from '../../../firmware-protocol/keyframe.ts';
import type { Milliseconds, Mmhg } from '../../../firmware-protocol/quantities.ts';
import type { BodyPart, Side } from '../../../firmware-protocol/zones.ts';

export interface TraceZone {
  readonly side: Side;
  readonly part: BodyPart;
  /** Whole mmHg; null = no measurement in that period. */
  readonly measured: readonly (Mmhg | null)[];
  /** The target of the zone; null = not known in that period. */
  readonly asked: readonly (Target | null)[];
}

export interface Trace {
  /** Time from one sample to the next. */
  readonly period: Milliseconds;
  /** All zones have the same number of samples. */
  readonly zones: readonly TraceZone[];
}

export const samplesOf = ({ zones }: Trace): number => zones[0]?.measured.length ?? 0;

/** Maximum number of samples: three hours, the longest wall time of a session with pauses, at PERIOD. */
export const MOST_SAMPLES = 3 * 60 * 60 * 2;
/** Sample period, ms: short enough to show a pulse of one second. */
export const PERIOD = 500;

/** The trace shifted to begin later, with unknown values before it: the page saw only the rest of the session. @param by ms */
export function delayed(trace: Trace, by: number): Trace {
  const gap = Math.min(Math.max(0, Math.round(by / trace.period)), MOST_SAMPLES - samplesOf(trace));
  const nothing = Array.from({ length: gap }, () => null);
  return {
    ...trace,
    zones: trace.zones.map((zone) => ({
      ...zone,
      measured: [...nothing, ...zone.measured],
      asked: [...nothing, ...zone.asked],
    })),
  };
}
