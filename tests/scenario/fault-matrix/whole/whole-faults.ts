/**
 * The faults of the whole matrix, with what may follow: whether the session goes on, what the page may say, and
 * which place it may name.
 */

import type { Fault } from '../../../../firmware-protocol/fault-codes.ts';
import type { LimitName } from '../../../../firmware-protocol/limits.ts';
import type { Ending, Notice } from '../../../../src/session/view.ts';
import { airFaults } from './air-faults.ts';
import { linkFaults } from './link-faults.ts';
import type { Kind, Stage } from './stage.ts';

export interface WholeFault {
  readonly name: string;
  /** The gauges that the fault makes lie. The page cannot show the truth there. */
  readonly belies: 'zone' | 'leg' | 'nothing';
  strike(stage: Stage): void;
  /** The kinds of boots on which the fault can happen. Default: both kinds. */
  readonly on?: readonly Kind[];
  /**
   * `ends`: the session ends by itself. `goesOn`: the session goes on to its end. `either`: this depends on the
   * air and the legs.
   */
  readonly session: 'ends' | 'goesOn' | 'either';
  /** Faults and warnings that the boots may report. */
  readonly faults: readonly Fault[];
  /** Limits that the page's own monitor may report. */
  readonly limits?: readonly LimitName[];
  /**
   * The place that a fault must name: the faulty zone, that zone or a neighbour, the faulty leg, the faulty
   * boots, or any place.
   */
  readonly place: 'zone' | 'neighbours' | 'leg' | 'boots' | 'any';
  /** Further notices that are true with this fault. */
  readonly notices?: readonly Notice['kind'][];
  /** How a session may end by itself. */
  readonly endings: readonly Ending[];
  /** How long to watch the session, s. Default: as long as most faults of the air need to show. */
  readonly watched?: number;
  /** How soon the legs must be free if the fault ends the session, s from the fault. */
  readonly safeWithin: number;
}

export const wholeFaults: readonly WholeFault[] = [...airFaults, ...linkFaults];
