/** What the trial of a program shows. */

import type { Mmhg } from '../../../../../firmware-protocol/quantities.ts';
import type { SessionView } from '../../../../session/view.ts';
import type { TraceSource } from '../../../trace/trace-source.ts';

export interface TrialView {
  /** `emptying`: the session has ended, and the boots release the rest of their air. */
  readonly state: 'beginning' | 'running' | 'emptying' | 'over';
  /** View of the session on the trial's own simulated boots. */
  readonly session: SessionView;
  readonly trace: TraceSource;
  /** Highest pressure measured so far. */
  readonly highest: Mmhg;
  /** How many times as fast as real time the trial runs. */
  readonly rate: number;
}
