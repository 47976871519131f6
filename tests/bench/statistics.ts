/** Order statistics of a few measured numbers. */

/** The smallest number that at least `share` (0 to 1) of the numbers do not exceed (nearest rank, so one of them). */
export const percentile = (numbers: readonly number[], share: number): number => {
  const sorted = [...numbers].sort((a, b) => a - b);
  const rank = Math.max(1, Math.ceil(share * sorted.length));
  return sorted[rank - 1] ?? Number.NaN;
};

export const median = (numbers: readonly number[]): number => percentile(numbers, 0.5);
