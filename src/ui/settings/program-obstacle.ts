/** Why a program cannot start on these boots, as the list of programs says it. */

import type { BootsShape } from '../../program/boots-shape.ts';
import { checkProgram } from '../../program/check.ts';
import type { Program, Settings } from '../../program/program.ts';
import { isPossible } from '../preview/preview-controller.ts';

/** `program`: the program breaks a rule of the page, whatever boots play it. `boots`: these boots cannot play it. */
export type Obstacle = 'program' | 'boots';

const broken = new WeakMap<Program, boolean>();

/** A stored program may break a rule that is newer than the program. Cached by program, because each render of the list asks for all. */
export function breaksRules(program: Program): boolean {
  const known = broken.get(program) ?? checkProgram(program).length > 0;
  broken.set(program, known);
  return known;
}

export function obstacleTo(settings: Settings, shape: BootsShape | undefined): Obstacle | null {
  if (breaksRules(settings.program)) return 'program';
  return shape === undefined || isPossible(settings, shape) ? null : 'boots';
}
