/** Through this interface, the trace gets the samples that it draws. */

import type { Seconds } from '../../../firmware-protocol/quantities.ts';
import type { Side } from '../../../firmware-protocol/zones.ts';
import type { TraceSample } from '../../session/view.ts';

export interface TraceSource {
  /** Changes whenever samples are added or dropped. */
  readonly revision: number;
  /** Time of the newest sample of a leg, by the boots' clock; null if there is none. */
  newest(side: Side): Seconds | null;
  /** Samples of a leg from the last `window` before its newest, oldest first. */
  last(side: Side, window: Seconds): readonly TraceSample[];
  /** Samples of a leg since the session began, at most one a second, oldest first. */
  whole(side: Side): readonly TraceSample[];
}
