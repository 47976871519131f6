/** The interface through which the trace gets samples. The app records them; the trace asks for the time span that it draws. */

import type { Seconds } from '../../../firmware-protocol/quantities.ts';
import type { Side } from '../../../firmware-protocol/zones.ts';
import type { TraceSample } from '../../session/view.ts';

export interface TraceSource {
  /** Grows whenever samples are added or dropped; the same number means the same samples. */
  readonly revision: number;
  /** Time of one leg's newest sample by the boots' clock; null if there is none. */
  newest(side: Side): Seconds | null;
  /** The last `window` of one leg's samples, oldest first. */
  last(side: Side, window: Seconds): readonly TraceSample[];
  /** One leg's samples since the session began, at most one a second, oldest first. */
  whole(side: Side): readonly TraceSample[];
}
