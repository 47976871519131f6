import type { Keyframe, Target } from '../../../firmware-protocol/keyframe.ts';
import { milliseconds, mmhg, mmhgPerSecond, seconds } from '../../../firmware-protocol/quantities.ts';

export const target = (value: number | 'vent' | 'seal'): Target =>
  typeof value === 'number' ? mmhg(value) : value;

/** A keyframe with these targets. Default: at 0 ms, with a ramp of 16 mmHg/s, without a gate. */
export const keyframe = (
  targets: readonly (number | 'vent' | 'seal')[],
  over: {
    readonly at?: number;
    readonly ramp?: number;
    readonly gate?: number;
    readonly cycle?: boolean;
    readonly end?: boolean;
  } = {},
): Keyframe => ({
  at: milliseconds(over.at ?? 0),
  targets: targets.map(target),
  ramp: mmhgPerSecond(over.ramp ?? 16),
  gate: seconds(over.gate ?? 0),
  cycle: over.cycle ?? false,
  end: over.end ?? false,
});

/** A session written by hand, the same on both legs. A row is [time in s, targets of a leg in mmHg, gate in s]. */
export const byHand = (
  ...rows: (readonly [number, readonly (number | 'vent')[], number])[]
): readonly Keyframe[] =>
  rows.map(([at, leg, gate], index) =>
    keyframe([...leg, ...leg], { at: at * 1000, gate, cycle: index === 0, end: index === rows.length - 1 }),
  );
