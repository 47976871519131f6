/** What a simulated session did, 10 rows a second for each zone: true pressures of the plant and what was asked for. */

import type { Target } from '../../firmware-protocol/keyframe.ts';
import type { Side } from '../../firmware-protocol/zones.ts';

export const ROWS_PER_SECOND = 10;

export interface TraceChannel {
  readonly boot: Side;
  /** From 0 at the foot. */
  readonly zone: number;
  /** mmHg; 0 when venting. */
  readonly target: number[];
  /** True chamber pressure, mmHg. */
  readonly pressure: number[];
}

export interface Trace {
  /** s since the start of the session. */
  readonly times: number[];
  /** Left foot to hip, then right. */
  readonly channels: readonly TraceChannel[];
}

export const emptyTrace = (sides: readonly Side[], zones: number): Trace => ({
  times: [],
  channels: sides.flatMap((boot) =>
    Array.from({ length: zones }, (_, zone) => ({ boot, zone, target: [], pressure: [] })),
  ),
});

export function record(
  trace: Trace,
  time: number,
  targets: readonly Target[],
  pressure: (channel: number) => number,
): void {
  trace.times.push(time);
  trace.channels.forEach((channel, i) => {
    const target = targets[i];
    // A sealed zone is asked to stay where it was.
    const asked = target === 'seal' ? (channel.target.at(-1) ?? 0) : typeof target === 'number' ? target : 0;
    channel.target.push(asked);
    channel.pressure.push(pressure(i));
  });
}

/** The rows of trace.csv, header first, in pieces of about a second. */
export function* csv(trace: Trace): Generator<string> {
  yield 't_s,boot,zone,target_mmhg,pressure_mmhg\n';
  for (const [row, time] of trace.times.entries()) {
    let lines = '';
    for (const { boot, zone, target, pressure } of trace.channels) {
      lines += `${time.toFixed(1)},${boot},${zone},${target[row] ?? 0},${(pressure[row] ?? 0).toFixed(2)}\n`;
    }
    yield lines;
  }
}
