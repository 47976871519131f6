/** A zone at one sample of the telemetry: the input of the measures. */

import type { Target } from '../../../firmware-protocol/keyframe.ts';
import type { Seconds } from '../../../firmware-protocol/quantities.ts';

export interface ZoneSample {
  /** Time by the boots' clock. */
  readonly at: Seconds;
  /** Time since the sample before it; 0 for the first, and after a gap. */
  readonly dt: Seconds;
  /** mmHg; null = the boots had no reading. */
  readonly pressure: number | null;
  readonly fill: boolean;
  readonly vent: boolean;
  readonly target: Target;
  /** Air that the pump sends into this zone, computed from the flow that the boots state, L/min at room pressure. */
  readonly flow: number;
  /** Number of zones of this boot or hub whose fill valve is open. */
  readonly filling: number;
}
