/**
 * Every pattern, each in a plain program that shows it. A new pattern needs a file in patterns/, a line here, and a French name and purpose
 * in words/fr/first/programs.ts and words/fr/choosing/purposes.ts.
 */

import { flush } from './patterns/flush.ts';
import { gradient } from './patterns/gradient.ts';
import { interval } from './patterns/interval.ts';
import { isolate } from './patterns/isolate.ts';
import { muscleFlush } from './patterns/muscle-flush.ts';
import { pulseDistalRelease } from './patterns/pulse-distal-release.ts';
import { sequentialHold } from './patterns/sequential-hold.ts';
import { slow } from './patterns/slow.ts';
import { wave } from './patterns/wave.ts';
import { windDown } from './patterns/wind-down.ts';
import type { Program } from './program.ts';

export const plainPrograms: readonly Program[] = [
  sequentialHold,
  gradient,
  pulseDistalRelease,
  flush,
  wave,
  interval,
  isolate,
  slow,
  muscleFlush,
  windDown,
];
