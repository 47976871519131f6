/** What each figure of a program may be. One table for the checks, the published schema and the pages. */

import { limits } from '../../firmware-protocol/limits.ts';

export interface Range {
  readonly least: number;
  readonly most: number;
  /** Empty = a bare number. */
  readonly unit: string;
  /** Whole numbers only. */
  readonly whole?: boolean;
}

/** No squeezing target is lower: it would not be felt as a wave, mmHg. */
export const LEAST_TARGET = 15;
/** Neighbours of a leg get the same or this much apart, mmHg: steps of 5 to 10 do best (Kamm 1986). */
export const LEAST_STEP = 5;
/** Least peak of a leg, as a share of its highest. */
export const LEAST_OF_HIGHEST = 0.6;
/** Held behind the wave, of the intensity, at least. */
export const LEAST_HELD = 0.5;

export const ranges = {
  peak: { least: LEAST_TARGET, most: limits.target.hard, unit: 'mmHg' },
  minutes: { least: 1, most: limits.session.byDefault / 60, unit: 'minutes' },
  /** Fills the slack of the bags; more would be felt as a squeeze. */
  mould: { least: LEAST_TARGET, most: 22, unit: 'mmHg' },
  onsetDelay: { least: 0, most: 30, unit: 's' },
  /** 12 to 4 breaths a minute. */
  breath: { least: 5, most: 15, unit: 's' },
  steps: { least: 1, most: 8, unit: '', whole: true },
  /** Below what boots throttle to (limits.rise), with room for how they regulate. */
  ramp: { least: 1, most: 30, unit: 'mmHg/s' },
  /** limits.timeAbove30; what does not fit into it gives way when it is played. */
  hold: { least: 0, most: limits.timeAbove30.byDefault, unit: 's' },
  pulseOn: { least: 0.5, most: 10, unit: 's' },
  pulseOff: { least: 0.5, most: 10, unit: 's' },
  pulseCount: { least: 1, most: 10, unit: '', whole: true },
  pulseFloor: { least: 0, most: 1, unit: '' },
  trailingHolds: { least: 0, most: 7, unit: '', whole: true },
  rest: { least: 0, most: 120, unit: 's' },
  warmUpCycles: { least: 0, most: 10, unit: '', whole: true },
  sections: { least: 0, most: 12, unit: '', whole: true },
  sweeps: { least: 1, most: 30, unit: '', whole: true },
  fraction: { least: 0, most: 1, unit: '' },
  holdFraction: { least: 0, most: 1, unit: '' },
  trim: { least: -20, most: 20, unit: 'mmHg' },
  boostPressure: { least: 0, most: 20, unit: 'mmHg' },
  boostHold: { least: 0, most: 10, unit: 's' },
} as const satisfies Record<string, Range>;

/** Code points. */
export const texts = { name: 60, purpose: 200, pattern: 60 } as const;

export const isWithin = (value: number, { least, most, whole }: Range): boolean =>
  value >= least && value <= most && (!whole || Number.isInteger(value));

/** "15 to 22 mmHg", "a whole number from 1 to 8" */
export const rangeWords = ({ least, most, unit, whole }: Range): string =>
  `${whole ? 'a whole number from ' : ''}${least} to ${most}${unit && ` ${unit}`}`.replace('-', '−');
