/** Binary search in lists sorted by time, because a pair searches up to an hour of keyframes several times a second. */

/**
 * Index of the first item for which `isPast` holds; the length of the list if there is none. `isPast` must also hold for all
 * items after that one.
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
