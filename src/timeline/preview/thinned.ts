/** Leaves out points of a curve that lie close enough to a straight line between their neighbours. */

interface Point {
  readonly at: number;
  readonly pressure: number;
}

/**
 * A subset of the points, with the first and the last. Straight lines between them pass all others within `tolerance`, mmHg.
 * @param points in order of time; of two at the same time (a jump) both are kept
 */
export function thinned<P extends Point>(points: readonly P[], tolerance: number): readonly P[] {
  const [first, ...rest] = points;
  if (first === undefined) return [];
  const kept = [first];
  let anchor = first;
  let last = first;
  let low = Number.NEGATIVE_INFINITY;
  let high = Number.POSITIVE_INFINITY;
  for (const point of rest) {
    let across = point.at - anchor.at;
    if (point.at <= last.at) {
      if (last !== kept.at(-1)) kept.push(last);
      kept.push(point);
      anchor = point;
      last = point;
      low = Number.NEGATIVE_INFINITY;
      high = Number.POSITIVE_INFINITY;
      continue;
    }
    const slope = (point.pressure - anchor.pressure) / across;
    if (slope < low || slope > high) {
      kept.push(last);
      anchor = last;
      across = point.at - anchor.at;
      low = Number.NEGATIVE_INFINITY;
      high = Number.POSITIVE_INFINITY;
    }
    if (across > 0) {
      low = Math.max(low, (point.pressure - tolerance - anchor.pressure) / across);
      high = Math.min(high, (point.pressure + tolerance - anchor.pressure) / across);
    }
    last = point;
  }
  if (last !== kept.at(-1)) kept.push(last);
  return kept;
}
