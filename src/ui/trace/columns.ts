/** Turns samples of one leg into the columns that uPlot draws. Plain functions. */

import type { Target } from '../../../firmware-protocol/keyframe.ts';
import type { TraceSample } from '../../session/view.ts';

/** x, then each zone's measured pressure, then each zone's target; null leaves a gap. */
export type Columns = [number[], ...(number | null)[][]];

/** The target as a pressure. Vent and seal have none: they leave a gap, never a zero. */
const targetPressure = (target: Target | undefined): number | null =>
  typeof target === 'number' ? target : null;

/**
 * x is the time in seconds before the newest sample, as a negative number. Leaves out samples that follow the one before by less than `apart`
 * seconds, but never the newest.
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
