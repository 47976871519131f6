/** The format of journal files: its name, its version, and the ranges of its figures. The store keeps entries and people in the same shape. */

import { limits } from '../../../firmware-protocol/limits.ts';
import type { Range } from '../../program/ranges.ts';

export const FORMAT = 'heartward-journal';
export const VERSION = 2;

/** More than ten a day for ten years. */
export const MOST_ENTRIES = 50_000;
export const MOST_PEOPLE = 20;
/** Most characters of a journal file. */
export const MOST_CHARACTERS = 128 * 1024 * 1024;
export const MOST_NOTE = 2000;
/** Most code points of a name. */
export const MOST_NAME = 40;
/** Most bytes in a deflated trace. */
export const MOST_TRACE = 256 * 1024;
/** Most changes, and most alarms, of one session. */
export const MOST_EVENTS = 500;

const longest = 4 * limits.session.hard;

export const ranges = {
  score: { least: 0, most: 10, quantity: 'number', whole: true },
  order: { least: 0, most: 2 ** 40, quantity: 'number', whole: true },
  /** Girth of a calf, cm. */
  girth: { least: 10, most: 100, quantity: 'number' },
  pressure: { least: 0, most: 400, quantity: 'pressure' },
  trim: { least: -20, most: 20, quantity: 'pressure' },
  boost: { least: 0, most: 20, quantity: 'pressure' },
  boostHold: { least: 0, most: 10, quantity: 'duration' },
  minutes: { least: 0, most: 600, quantity: 'minutes' },
  /** The day of a plan, 0 = the day of the event. */
  day: { least: 0, most: 99, quantity: 'number', whole: true },
  /** In s, pauses included. Also for a session's measured time, its time above 30 mmHg, and the times of its changes and alarms. */
  lasted: { least: 0, most: longest, quantity: 'duration' },
  /** mmHg·min above 30 mmHg. */
  dose: { least: 0, most: 100_000, quantity: 'number' },
  record: { least: 0, most: 2 ** 32 - 1, quantity: 'number', whole: true },
} as const satisfies Readonly<Record<string, Range>>;
