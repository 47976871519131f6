/** Turns the trace that an earlier page recorded of the running session into samples for this page's trace. */

import { type Seconds, seconds } from '../../../firmware-protocol/quantities.ts';
import type { Side } from '../../../firmware-protocol/zones.ts';
import { samplesOf, type Trace } from '../../journal/trace/trace.ts';
import type { TraceSample } from '../../session/view.ts';

/**
 * The samples of one leg, oldest first, and then a sample without values, so that no line is drawn over the time in which no page listened.
 * @param began when the trace begins, by the boots' clock
 */
export function samplesOfLeg({ period, zones }: Trace, side: Side, began: Seconds): readonly TraceSample[] {
  const leg = zones.filter((zone) => zone.side === side);
  const length = samplesOf({ period, zones });
  if (leg.length === 0) return [];
  return Array.from({ length: length + 1 }, (_, i): TraceSample => {
    // A sample is the last measurement of its period.
    const at = seconds(began + ((i + 1) * period) / 1000);
    const targets = leg.flatMap((zone) => zone.targets[i] ?? []);
    return i < length && targets.length === leg.length
      ? { at, side, pressures: leg.map(({ measured }) => measured[i] ?? null), targets }
      : { at, side, pressures: [], targets: [] };
  });
}

/** Keeps samples at least `period` (s) apart, and the last sample. */
export const thinned = (samples: readonly TraceSample[], period: number): readonly TraceSample[] => {
  let kept = Number.NEGATIVE_INFINITY;
  return samples.filter((sample) => {
    if (sample.at - kept < period && sample !== samples.at(-1)) return false;
    kept = sample.at;
    return true;
  });
};

/** The earlier samples that are older than the first later sample, and then the later samples. Empty if there are no later samples. */
export function joined(earlier: readonly TraceSample[], later: readonly TraceSample[]): TraceSample[] {
  const [first] = later;
  return first === undefined ? [] : [...earlier.filter(({ at }) => at < first.at), ...later];
}
