/** Samples of one leg as the columns that the chart draws. Pure. */

import type { Target } from '../../../firmware-protocol/keyframe.ts';
import type { TraceSample } from '../../session/view.ts';

/** x, then the measured pressure of each zone, then what was asked of each zone; null leaves a gap. */
export type Columns = [number[], ...(number | null)[][]];

/** Vent and seal ask for no pressure: a gap, never a zero. */
const asked = (target: Target | undefined): number | null => (typeof target === 'number' ? target : null);

/**
 * x is in s before the newest sample (0 is now, negative is past), rising. Samples closer than `apart` s to the one drawn
 * before them are left out; the newest is always there.
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
