/** The trace of a simulated session: for each zone the plant's true pressure and the target. */

import type { Target } from '../../../firmware-protocol/keyframe.ts';
import type { Side } from '../../../firmware-protocol/zones.ts';

export const ROWS_PER_SECOND = 10;

export interface TraceChannel {
  readonly boot: Side;
  /** 0 at the foot of each leg. */
  readonly zone: number;
  /** Target in each row, mmHg; 0 while venting, the last target while sealed. */
  readonly target: number[];
  /** True pressure in the bag in each row, mmHg. */
  readonly pressure: number[];
}

export interface Trace {
  /** Time of each row, s since the start of the session. */
  readonly times: number[];
  /** The left leg from foot to hip, then the right leg. */
  readonly channels: readonly TraceChannel[];
  /** Rows at which a cycle began, by the reports of that leg's boot. Some may be missing after a lost link. */
  readonly marks: Readonly<Record<Side, number[]>>;
}

export const emptyTrace = (sides: readonly Side[], zones: number): Trace => ({
  times: [],
  marks: { left: [], right: [] },
  channels: sides.flatMap((boot) =>
    Array.from({ length: zones }, (_, zone) => ({ boot, zone, target: [], pressure: [] })),
  ),
});

export function record(
  { target: targets, pressure: pressures }: TraceChannel,
  target: Target,
  pressure: number,
): void {
  const asked = target === 'seal' ? (targets.at(-1) ?? 0) : target === 'vent' ? 0 : target;
  targets.push(asked);
  pressures.push(pressure);
}

export interface CycleRows {
  readonly from: number;
  readonly to: number;
}

/** Each cycle lasts until the next mark; the last cycle, until the final release. */
export function cyclesOfLeg(trace: Trace, side: Side): readonly CycleRows[] {
  const marks = trace.marks[side];
  const end = lastTargetRow(trace) + 1;
  return marks.flatMap((from, i) => {
    const to = Math.min(end, marks[i + 1] ?? end);
    return to > from ? [{ from, to }] : [];
  });
}

/** −1 if no zone has a target above 0 in any row. */
export const lastTargetRow = ({ channels }: Trace): number =>
  channels.reduce(
    (last, { target }) =>
      Math.max(
        last,
        target.findLastIndex((asked) => asked > 0),
      ),
    -1,
  );

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
