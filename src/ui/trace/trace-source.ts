/** Where the page takes the trace from. The app keeps the samples; the page asks for the stretch it draws. */

import type { Seconds } from '../../../firmware-protocol/quantities.ts';
import type { Side } from '../../../firmware-protocol/zones.ts';
import type { TraceSample } from '../../session/view.ts';

export interface TraceSource {
  /** Grows with every sample added or forgotten; the same number means the same samples. */
  readonly revision: number;
  /** Samples of one leg not older than `window` before its newest, oldest first. */
  last(side: Side, window: Seconds): readonly TraceSample[];
}
