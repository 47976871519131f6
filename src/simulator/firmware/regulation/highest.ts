/** The highest value of these zones; NaN if one of them has none. */
export function highest(values: Float64Array, zones: readonly number[]): number {
  let most = values[zones[0] ?? 0] ?? Number.NaN;
  for (let at = 1; at < zones.length; at++) most = Math.max(most, values[zones[at] ?? 0] ?? Number.NaN);
  return most;
}
