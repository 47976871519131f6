/**
 * The programs that come with the app. A new one needs a file in presets/, a line here, and a French name and purpose in
 * words/fr/first/programs.ts and words/fr/choosing/purposes.ts.
 */

import { plainPrograms } from './patterns.ts';
import { coldLegs } from './presets/cold-legs.ts';
import { deskSide } from './presets/desk-side.ts';
import { firstTime } from './presets/first-time.ts';
import { muscleFlush } from './presets/muscle-flush.ts';
import { nextDayFlush } from './presets/next-day-flush.ts';
import { postMarathon } from './presets/post-marathon.ts';
import { preRun } from './presets/pre-run.ts';
import { strong } from './presets/strong.ts';
import { trail } from './presets/trail.ts';
import { travelLegs } from './presets/travel-legs.ts';
import { ultra } from './presets/ultra.ts';
import { windDown } from './presets/wind-down.ts';
import type { Program } from './program.ts';

export const programs: readonly Program[] = [
  firstTime,
  postMarathon,
  nextDayFlush,
  ultra,
  trail,
  coldLegs,
  muscleFlush,
  preRun,
  deskSide,
  travelLegs,
  windDown,
  strong,
];

/** Finds a preset or the plain program of a pattern; undefined for any other id, such as that of a person's own program. */
export const findProgram = (id: string): Program | undefined =>
  [...programs, ...plainPrograms].find((program) => program.id === id);
