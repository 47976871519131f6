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

/** The same trace of a session that began earlier: what came before is not known. @param by ms */
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
