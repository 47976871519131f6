/** Where an edit begins: at a program, or at a plain one that does nothing in particular. */

import { mmhg, mmhgPerSecond, seconds } from '../../../firmware-protocol/quantities.ts';
import type { Program } from '../program.ts';
import { evenly } from '../shape.ts';

/**
 * The program as it is edited: settings saved with it become its own, because an intensity scales the program as its peak does. Only
 * settings of single zones remain beside it.
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

/** A gentle wave from foot to hip. Its id is for no list: one made from its content takes its place when it is kept. */
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
