/** Looking for a place in what ascends in time: an hour of keyframes is looked at ten times a second. */

/** Index of the first item that is past it; all that follow are too. The length where none is. */
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
