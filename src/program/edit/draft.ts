/** The programs that a person starts to edit: an existing one, or a blank one. */

import { mmhg, mmhgPerSecond, seconds } from '../../../firmware-protocol/quantities.ts';
import type { Program } from '../program.ts';
import { evenly } from '../shape.ts';

/**
 * The program as the editor shows it. The saved intensity and minutes become the program's own peak and minutes, because intensity and peak both
 * scale the program. Only the settings of single zones stay separate.
 */
export function draftOf(program: Program): Program {
  const { set, ...written } = program;
  if (!set) return program;
  const { intensity, minutes, zones } = set;
  return { ...written, peak: intensity, minutes, ...(zones === null ? {} : { set }) };
}

export interface BlankTexts {
  readonly name: string;
  readonly purpose: string;
  readonly pattern: string;
}

/**
 * A gentle squeeze that climbs from foot to hip and then releases all at once. The id is a placeholder: when the program is saved, it gets an id
 * made from its content.
 */
export const blankProgram = ({ name, purpose, pattern }: BlankTexts): Program => ({
  id: 'blank',
  name,
  purpose,
  pattern: {
    id: 'own',
    name: pattern,
    prefill: mmhg(18),
    onsetDelay: null,
    breathing: false,
    steps: 6,
    ramp: mmhgPerSecond(10),
    hold: seconds(3),
    pulse: null,
    trailingHolds: 5,
    release: 'together',
    rest: seconds(15),
    warmUpCycles: 2,
    legs: 'together',
    sections: [],
  },
  shape: evenly(1),
  peak: mmhg(40),
  minutes: 20,
});
