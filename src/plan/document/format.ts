/** The format of plan files: its name, its version, and the ranges of its figures. */

import { limits } from '../../../firmware-protocol/limits.ts';
import type { Range } from '../../program/ranges.ts';

export const FORMAT = 'heartward-plan';
export const VERSION = 1;

/** About twenty for each day of the longest plan, which has 19 days. */
export const MOST_REPORTS = 400;

export const ranges = {
  /** Distance of a run, km. */
  distance: { least: 0.1, most: 1000, quantity: 'number' },
  /** How long a run took, min. */
  duration: { least: 1, most: 7 * 24 * 60, quantity: 'minutes' },
  /** Ascent of a run, m. */
  ascent: { least: 0, most: 100_000, quantity: 'number' },
  /** Temperature at the event, °C. */
  temperature: { least: -60, most: 60, quantity: 'number' },
  highest: { least: 20, most: limits.target.byDefault, quantity: 'pressure' },
  soreness: { least: 0, most: 10, quantity: 'number', whole: true },
  /** Girth of a calf, cm. */
  girth: { least: 10, most: 100, quantity: 'number' },
  sessionMinutes: { least: 0, most: limits.session.hard / 60, quantity: 'minutes' },
  sessionPeak: { least: 0, most: limits.independent.hard, quantity: 'pressure' },
  /** Dose of a session, mmHg·min above 30 mmHg. */
  sessionDose: { least: 0, most: 10_000, quantity: 'number' },
} as const satisfies Readonly<Record<string, Range>>;

/** The value; null if a plan file cannot hold it. */
export const fitting = (name: keyof typeof ranges, value: number | null): number | null =>
  value !== null && value >= ranges[name].least && value <= ranges[name].most ? value : null;
