/** What one zone did at one sample of the telemetry: the input of every measure. */

import type { Target } from '../../../firmware-protocol/keyframe.ts';
import type { Seconds } from '../../../firmware-protocol/quantities.ts';

export interface ZoneSample {
  /** Boots' time. */
  readonly at: Seconds;
  /** Time since the sample before it; 0 for the first, and after a gap. */
  readonly dt: Seconds;
  /** mmHg; null = the boots had no reading. */
  readonly pressure: number | null;
  readonly fill: boolean;
  readonly vent: boolean;
  readonly target: Target;
  /** Air that the pump's stated flow sends into this zone, L/min at the pressure of the room. */
  readonly flow: number;
  /** How many zones of this pump are being filled. */
  readonly filling: number;
}
