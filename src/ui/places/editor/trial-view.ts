/** What the trial of a program shows. */

import type { Mmhg } from '../../../../firmware-protocol/quantities.ts';
import type { SessionView } from '../../../session/view.ts';
import type { TraceSource } from '../../trace/trace-source.ts';

export interface TrialView {
  /** `emptying`: it has ended, and the boots release the rest of their air. */
  readonly state: 'beginning' | 'running' | 'emptying' | 'over';
  /** Of the simulated boots, which are none of the user's. */
  readonly session: SessionView;
  readonly trace: TraceSource;
  /** Highest pressure so far. */
  readonly highest: Mmhg;
  /** How many times as fast as real boots. */
  readonly rate: number;
}
