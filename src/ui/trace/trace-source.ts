/** Where the trace gets its samples from. The app keeps them; the trace asks for the stretch that it draws. */

import type { Seconds } from '../../../firmware-protocol/quantities.ts';
import type { Side } from '../../../firmware-protocol/zones.ts';
import type { TraceSample } from '../../session/view.ts';

export interface TraceSource {
  /** Grows whenever samples are added or dropped; the same number means the same samples. */
  readonly revision: number;
  /** When one leg's newest sample was taken, boots' time; null without any. */
  newest(side: Side): Seconds | null;
  /** The last `window` of one leg's samples, oldest first. */
  last(side: Side, window: Seconds): readonly TraceSample[];
  /** One leg's samples since the session began, a few a second, oldest first. */
  whole(side: Side): readonly TraceSample[];
}
