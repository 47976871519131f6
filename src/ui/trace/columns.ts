/** Turns samples of one leg into the columns that uPlot draws. Pure. */

import type { Target } from '../../../firmware-protocol/keyframe.ts';
import type { TraceSample } from '../../session/view.ts';

/** x, then each zone's measured pressure, then each zone's target; null leaves a gap. */
export type Columns = [number[], ...(number | null)[][]];

/** Vent and seal have no target pressure: a gap, never a zero. */
const asked = (target: Target | undefined): number | null => (typeof target === 'number' ? target : null);

/**
 * x rises to 0 at the newest sample, in seconds. Leaves out samples closer than `apart` seconds to the one before, but never the newest.
 */
export function columnsOf(samples: readonly TraceSample[], zones: number, apart: number): Columns {
  const times: number[] = [];
  const traces = Array.from({ length: zones * 2 }, (): (number | null)[] => []);
  const newest = samples.at(-1);
  let drawn = Number.NEGATIVE_INFINITY;
  for (const sample of samples) {
    if (!newest || (sample.at - drawn < apart && sample !== newest)) continue;
    drawn = sample.at;
    times.push(sample.at - newest.at);
    for (let zone = 0; zone < zones; zone++) {
      traces[zone]?.push(sample.pressures[zone] ?? null);
      traces[zones + zone]?.push(asked(sample.targets[zone]));
    }
  }
  return [times, ...traces];
}
