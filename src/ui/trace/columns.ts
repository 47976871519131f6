/** Turns the samples of one leg into the columns that uPlot draws. */

import type { Target } from '../../../firmware-protocol/keyframe.ts';
import type { TraceSample } from '../../session/view.ts';

/**
 * x, then a column for each zone's measured pressure, then one for each zone's target: in mmHg, or as heights (bands.ts). Null leaves a
 * gap.
 */
export type Columns = [number[], ...(number | null)[][]];

/** The target as a pressure, mmHg. Vent and seal have none: they become null, which leaves a gap and not a zero. */
const targetPressure = (target: Target | undefined): number | null =>
  typeof target === 'number' ? target : null;

/**
 * x is the time of a sample minus that of the newest, s. Leaves out samples that are less than `apart` seconds later than the last one
 * kept, except the newest.
 * @param samples oldest first
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
      traces[zones + zone]?.push(targetPressure(sample.targets[zone]));
    }
  }
  return [times, ...traces];
}
