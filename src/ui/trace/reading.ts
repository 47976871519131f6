/** Finds the sample of a trace at a moment. */

import type { Seconds } from '../../../firmware-protocol/quantities.ts';
import type { TraceSample } from '../../session/view.ts';

/** Largest distance from the wanted moment to a sample, s. */
const MOST_DISTANCE = 2;

/**
 * The sample nearest to a moment; null = none within MOST_DISTANCE.
 * @param samples oldest first
 * @param before how long before the newest sample the moment is
 */
export function sampleAt(samples: readonly TraceSample[], before: Seconds): TraceSample | null {
  const newest = samples.at(-1);
  if (!newest) return null;
  const wanted = newest.at - before;
  let low = 0;
  let high = samples.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((samples[middle]?.at ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  const after = samples[low];
  const earlier = samples[low - 1];
  const nearer =
    after && earlier && wanted - earlier.at < after.at - wanted ? earlier : (after ?? earlier ?? null);
  return nearer && Math.abs(nearer.at - wanted) <= MOST_DISTANCE ? nearer : null;
}
