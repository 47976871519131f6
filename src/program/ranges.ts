/** The range of each figure of a program. */

import { limits } from '../../firmware-protocol/limits.ts';

/** What a figure measures. Pressures are in mmHg, rates in mmHg/s, durations in s; `minutes` is in minutes. */
export type Quantity = 'number' | 'pressure' | 'rate' | 'duration' | 'minutes';

export interface Range {
  readonly least: number;
  readonly most: number;
  readonly quantity: Quantity;
  readonly whole?: boolean;
}

/** Lowest target that counts as a squeeze, mmHg. Less is hardly felt. */
export const LEAST_TARGET = 15;
/** Two neighbouring parts get either the same pressure or pressures at least this far apart, mmHg: 5 to 10 work best (Kamm 1986). */
export const LEAST_PRESSURE_STEP = 5;
/** Lowest peak allowed among the parts of a leg that are on, as a share of the highest. */
export const LEAST_SHARE_OF_HIGHEST = 0.6;
/** Lowest pressure at which a part may be held after the squeeze has climbed on, as a share of the intensity. */
export const LEAST_HELD_SHARE = 0.5;

export const ranges = {
  peak: { least: LEAST_TARGET, most: limits.target.hard, quantity: 'pressure' },
  minutes: { least: 1, most: limits.session.byDefault / 60, quantity: 'minutes' },
  prefill: { least: LEAST_TARGET, most: 22, quantity: 'pressure' },
  onsetDelay: { least: 0, most: 30, quantity: 'duration' },
  /** 12 to 4 breaths a minute. */
  breath: { least: 5, most: 15, quantity: 'duration' },
  steps: { least: 1, most: 8, quantity: 'number', whole: true },
  /** The most is below limit 6 (`limits.rise`, 45 mmHg/s), with room for overshoot while the boots regulate. */
  ramp: { least: 1, most: 30, quantity: 'rate' },
  /** No longer than limit 4 (`limits.timeAbove30`). Planning shortens a hold that does not fit into its cycle. */
  hold: { least: 0, most: limits.timeAbove30.byDefault, quantity: 'duration' },
  pulseOn: { least: 0.5, most: 10, quantity: 'duration' },
  pulseOff: { least: 0.5, most: 10, quantity: 'duration' },
  pulseCount: { least: 1, most: 10, quantity: 'number', whole: true },
  pulseFloor: { least: 0, most: 1, quantity: 'number' },
  trailingHolds: { least: 0, most: 7, quantity: 'number', whole: true },
  rest: { least: 0, most: 120, quantity: 'duration' },
  warmUpCycles: { least: 0, most: 10, quantity: 'number', whole: true },
  sections: { least: 0, most: 12, quantity: 'number', whole: true },
  sweeps: { least: 1, most: 30, quantity: 'number', whole: true },
  fraction: { least: 0, most: 1, quantity: 'number' },
  holdFraction: { least: 0, most: 1, quantity: 'number' },
  trim: { least: -20, most: 20, quantity: 'pressure' },
  boostPressure: { least: 0, most: 20, quantity: 'pressure' },
  boostHold: { least: 0, most: 10, quantity: 'duration' },
} as const satisfies Record<string, Range>;

/** Most code points of each text. */
export const texts = { name: 60, purpose: 200, pattern: 60 } as const;

export const isWithin = (value: number, { least, most, whole }: Range): boolean =>
  value >= least && value <= most && (!whole || Number.isInteger(value));
