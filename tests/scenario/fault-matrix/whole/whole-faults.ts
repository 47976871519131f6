/**
 * The faults of the whole matrix, and what may follow from each: whether the session goes on, what the page may
 * say, and which place it may name.
 */

import type { Fault } from '../../../../firmware-protocol/fault-codes.ts';
import type { LimitName } from '../../../../firmware-protocol/limits.ts';
import type { Ending, Notice } from '../../../../src/session/view.ts';
import { airFaults } from './air-faults.ts';
import { linkFaults } from './link-faults.ts';
import type { Moment } from './moments.ts';
import type { Kind, Stage } from './stage.ts';

export interface WholeFault {
  readonly name: string;
  /** The gauges that the fault makes lie: of the faulty zone, or of both legs. There the page cannot show the truth. */
  readonly belies: 'zone' | 'leg' | 'nothing';
  strike(stage: Stage): void;
  /** The kinds of boots that can have the fault. Default: both kinds. */
  readonly on?: readonly Kind[];
  /** Whether the session must end before the person presses Stop. `either`: it may. */
  readonly session: 'ends' | 'goesOn' | 'either';
  /** Faults and warnings that the boots may report. */
  readonly faults: readonly Fault[];
  /** Limits that the page's own monitor may report as broken. */
  readonly limits?: readonly (LimitName | 'plan')[];
  /**
   * The place that messages must name: the faulty zone, this zone or a neighbour, the faulty leg, the faulty
   * boots, or any place.
   */
  readonly place: 'zone' | 'neighbours' | 'leg' | 'boots' | 'any';
  /** Other notices that the page may show. */
  readonly notices?: readonly Notice['kind'][];
  /** The states in which the page may say nothing while the session goes on: no gauge shows the fault, or it does no harm. */
  readonly unsaid?: readonly Moment[];
  /** The reasons that the page may give for the session's end if nobody sent a Stop. */
  readonly endings: readonly Ending[];
  /** How long to watch the session, s. Default: `WATCH_TIME` of whole-cell.ts. */
  readonly watched?: number;
  /** How soon the legs must be free if the fault ends the session, s from the fault. */
  readonly safeWithin: number;
}

export const wholeFaults: readonly WholeFault[] = [...airFaults, ...linkFaults];
