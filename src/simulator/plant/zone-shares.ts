/** Fits parameters to the number of zones. The parameters describe a leg in five equal lengths, and boots have 3 to 8 zones per leg. */

import { ZONES_MAX, ZONES_MIN } from '../../../firmware-protocol/zones.ts';

/**
 * Converts amounts in equal lengths of the leg to amounts in another number of equal lengths, foot first. The sum stays
 * the same.
 * @param columns the amount in each given length, foot first
 * @throws RangeError unless `zones` is an integer from 3 to 8
 */
export function distributeOverZones(columns: readonly number[], zones: number): number[] {
  if (!Number.isInteger(zones) || zones < ZONES_MIN || zones > ZONES_MAX)
    throw new RangeError(`A leg has ${ZONES_MIN} to ${ZONES_MAX} zones, not ${zones}`);
  const width = columns.length / zones;
  return Array.from({ length: zones }, (_, zone) =>
    columns.reduce((sum, amount, column) => {
      const overlap = Math.min(column + 1, (zone + 1) * width) - Math.max(column, zone * width);
      return sum + amount * Math.max(0, overlap);
    }, 0),
  );
}
