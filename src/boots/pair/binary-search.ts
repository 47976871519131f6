/** Binary search in lists sorted by time: an hour of keyframes is searched ten times a second. */

/**
 * Index of the first item for which `isPast` holds, as it must for all after it; the length if there is none.
 */
export function firstPast<T>(items: readonly T[], isPast: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && isPast(item)) high = middle;
    else low = middle + 1;
  }
  return low;
}
