/** Keyframes and boots of a few words, for the checks. */

import type { Keyframe, Target } from '../../../firmware-protocol/keyframe.ts';
import { milliseconds, mmhg, mmhgPerSecond, seconds } from '../../../firmware-protocol/quantities.ts';

export const target = (asked: number | 'vent' | 'seal'): Target =>
  typeof asked === 'number' ? mmhg(asked) : asked;

/** At 0, of these targets, without a gate, at 16 mmHg/s; or as told. */
export const keyframe = (
  targets: readonly (number | 'vent' | 'seal')[],
  told: {
    readonly at?: number;
    readonly ramp?: number;
    readonly gate?: number;
    readonly cycle?: boolean;
    readonly end?: boolean;
  } = {},
): Keyframe => ({
  at: milliseconds(told.at ?? 0),
  targets: targets.map(target),
  ramp: mmhgPerSecond(told.ramp ?? 16),
  gate: seconds(told.gate ?? 0),
  cycle: told.cycle ?? false,
  end: told.end ?? false,
});
