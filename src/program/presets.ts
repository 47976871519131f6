/** The programs that come with the app, in the order they are offered. A new one is a file in presets/ and a line here. */

import { deskSide } from './presets/desk-side.ts';
import { firstTime } from './presets/first-time.ts';
import { postMarathon } from './presets/post-marathon.ts';
import type { Program } from './program.ts';

export const programs: readonly Program[] = [postMarathon, deskSide, firstTime];

export const findProgram = (id: string): Program | undefined => programs.find((program) => program.id === id);
