/** What the trial of a program on simulated boots shows. */

import type { Mmhg } from '../../../../../firmware-protocol/quantities.ts';
import type { SessionView } from '../../../../session/view.ts';
import type { TraceSource } from '../../../trace/trace-source.ts';

export interface TrialView {
  /** `emptying`: the session has ended, and the boots let out the rest of their air. */
  readonly state: 'beginning' | 'running' | 'emptying' | 'over';
  /** The session on the trial's own simulated boots. */
  readonly session: SessionView;
  readonly trace: TraceSource;
  readonly highest: Mmhg;
  /** How many times as fast as real time the trial runs. */
  readonly rate: number;
}
