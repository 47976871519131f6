/** Finds the phase of a guide at a time, and the time at which a phase begins. Times count from the beginning of the guide. */

import { type Milliseconds, milliseconds } from '../../firmware-protocol/quantities.ts';
import { type Guide, type Phase, phaseLength } from './guide.ts';

export interface Place {
  readonly index: number;
  readonly phase: Phase;
  readonly since: Milliseconds;
}

const lengthInMs = (phase: Phase): number => phaseLength(phase) * 1000;

/** When the phase with this index begins; for an index after the last phase, when the guide ends. */
export const startOf = ({ phases }: Guide, index: number): Milliseconds =>
  milliseconds(phases.slice(0, index).reduce((sum, phase) => sum + lengthInMs(phase), 0));

/** The phase at a time; from the end of the guide on, the last phase. */
export function placeAt({ phases }: Guide, at: Milliseconds): Place {
  let begins = 0;
  for (const [index, phase] of phases.entries()) {
    const ends = begins + lengthInMs(phase);
    if (at < ends || index === phases.length - 1) return { index, phase, since: milliseconds(at - begins) };
    begins = ends;
  }
  throw new Error('a guide needs at least one phase');
}
