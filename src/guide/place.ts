/** Where in a guide a time is. */

import { type Milliseconds, milliseconds } from '../../firmware-protocol/quantities.ts';
import { type Guide, type Phase, phaseLength } from './guide.ts';

export interface Place {
  readonly index: number;
  readonly phase: Phase;
  /** Time since the phase began. */
  readonly since: Milliseconds;
}

const lengthInMs = (phase: Phase): number => phaseLength(phase) * 1000;

/** When a phase begins; at an index past the last, when the guide ends. */
export const startOf = ({ phases }: Guide, index: number): Milliseconds =>
  milliseconds(phases.slice(0, index).reduce((sum, phase) => sum + lengthInMs(phase), 0));

/** A phase lasts until the next one begins; the last one keeps the end of the guide. */
export function placeAt({ phases }: Guide, at: Milliseconds): Place {
  let begins = 0;
  for (const [index, phase] of phases.entries()) {
    const ends = begins + lengthInMs(phase);
    if (at < ends || index === phases.length - 1) return { index, phase, since: milliseconds(at - begins) };
    begins = ends;
  }
  throw new Error('a guide has a phase');
}
