/** Every fault of the whole matrix, with what must follow: whether the session may go on, what may be said, and where. */

import type { Fault } from '../../../../firmware-protocol/fault-codes.ts';
import type { LimitName } from '../../../../firmware-protocol/limits.ts';
import type { Ending, Notice } from '../../../../src/session/view.ts';
import { airFaults } from './air-faults.ts';
import { linkFaults } from './link-faults.ts';
import type { Kind, Stage } from './stage.ts';

export interface WholeFault {
  readonly name: string;
  /** Which gauges lie because of it, so that the page shows what is not so. */
  readonly belies: 'zone' | 'leg' | 'nothing';
  strike(stage: Stage): void;
  /** On which kinds of boots it can happen. */
  readonly on?: readonly Kind[];
  /** `ends`: by itself, in whatever running state it strikes; `goesOn`: to its end; `either`: as the air, or the legs, happen to be. */
  readonly session: 'ends' | 'goesOn' | 'either';
  /** Faults and warnings that may be told. */
  readonly faults: readonly Fault[];
  /** Limits that the page's own guard may report. */
  readonly limits?: readonly LimitName[];
  /** Which place a fault names: the struck zone, it or its neighbour, the struck leg, any of the struck boots, or any at all. */
  readonly place: 'zone' | 'neighbours' | 'leg' | 'boots' | 'any';
  /** Other notices that are true of it. */
  readonly notices?: readonly Notice['kind'][];
  /** How a session may end by itself. */
  readonly endings: readonly Ending[];
  /** How long a session is watched after it, s; by default as long as faults of the air may take to show. */
  readonly watched?: number;
  /** Longest time from the fault to empty legs, where it ends the session, s. */
  readonly safeWithin: number;
}

export const wholeFaults: readonly WholeFault[] = [...airFaults, ...linkFaults];
