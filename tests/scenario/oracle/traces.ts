/** Traces for the oracle's tests, made of a few pieces for each zone. */

import type { Side } from '../../../firmware-protocol/zones.ts';
import { emptyTrace, type Trace } from '../../../src/cli/simulate/trace.ts';
import { breaches, type Judged } from './envelope-oracle.ts';

/** A zone's target and pressure from second `from` on. Default pressure: the target. */
export type Piece = readonly [from: number, target: number, pressure?: number];

export interface PlayedZones {
  readonly sides?: readonly Side[];
  /** Pieces of each zone of the left leg, foot first. A right leg does the same. */
  readonly zones: readonly (readonly Piece[])[];
  readonly lasts?: number;
  /** Beginnings of the cycles, s. */
  readonly cycles?: readonly number[];
}

/** Makes a trace with 10 rows a second. Pressures rise by at most 40 mmHg/s. */
export function traceOf({ zones, sides = ['left'], lasts = 120, cycles = [0] }: PlayedZones): Trace {
  const trace = emptyTrace(sides, zones.length);
  const rows = Math.round(lasts * 10);
  for (let row = 0; row < rows; row++) trace.times.push(row / 10);
  for (const { zone, target, pressure } of trace.channels) {
    for (let row = 0; row < rows; row++) {
      const [, asked = 0, given = asked] = zones[zone]?.findLast(([from]) => from * 10 <= row) ?? [0, 0];
      target.push(asked);
      pressure.push(Math.min(given, (pressure[row - 1] ?? 0) + 4));
    }
  }
  for (const side of sides) trace.marks[side].push(...cycles.map((at) => at * 10));
  return trace;
}

export const rulesIn = (
  played: PlayedZones,
  knee: number | null = null,
  judged?: Judged,
): readonly string[] => [...new Set(breaches(traceOf(played), knee, judged).map(({ rule }) => rule))].sort();

export const off: readonly Piece[] = [[0, 0]];
/** A squeeze from second 5 on, for `lasting` s. */
export const squeeze = (pressure: number, lasting: number): readonly Piece[] => [
  [0, 0],
  [5, pressure],
  [5 + lasting, 0],
];
