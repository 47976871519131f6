/**
 * Every fault of the whole matrix, and what must follow: whether the session may go on, what the page may say, and which place it may
 * name.
 */

import type { Fault } from '../../../../firmware-protocol/fault-codes.ts';
import type { LimitName } from '../../../../firmware-protocol/limits.ts';
import type { Ending, Notice } from '../../../../src/session/view.ts';
import { airFaults } from './air-faults.ts';
import { linkFaults } from './link-faults.ts';
import type { Kind, Stage } from './stage.ts';

export interface WholeFault {
  readonly name: string;
  /** The gauges that lie because of the fault, so that the page cannot show the truth. */
  readonly belies: 'zone' | 'leg' | 'nothing';
  strike(stage: Stage): void;
  /** The kinds of boots on which the fault can happen; left out = all. */
  readonly on?: readonly Kind[];
  /** `ends`: the session ends by itself. `goesOn`: it goes on to its end. `either`: this depends on the air and the legs. */
  readonly session: 'ends' | 'goesOn' | 'either';
  /** Faults and warnings that the boots may report. */
  readonly faults: readonly Fault[];
  /** Limits that the page's own monitor may report. */
  readonly limits?: readonly LimitName[];
  /** The place that a fault must name: the faulty zone, that zone or a neighbour, the faulty leg, the faulty boots, or any. */
  readonly place: 'zone' | 'neighbours' | 'leg' | 'boots' | 'any';
  /** Other notices that are true for this fault. */
  readonly notices?: readonly Notice['kind'][];
  /** How a session may end by itself. */
  readonly endings: readonly Ending[];
  /** How long the session is watched, s; default: the time in which faults of the air show. */
  readonly watched?: number;
  /** Longest time from the fault to empty legs if it ends the session, s. */
  readonly safeWithin: number;
}

export const wholeFaults: readonly WholeFault[] = [...airFaults, ...linkFaults];
