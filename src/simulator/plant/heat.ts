/** Air in a bag warms when compressed, then settles at the temperature of what it touches. */

/**
 * Rate of change of the temperature, K/s.
 * @param temperature of the air, K
 * @param rise of the pressure, mmHg/s
 * @param absolute pressure, mmHg
 * @param wall temperature at which it settles, K
 * @param settling time constant, s
 */
export function warming(
  temperature: number,
  rise: number,
  absolute: number,
  wall: number,
  settling: number,
): number {
  return (wall - temperature) / settling + ((temperature / 3) * rise) / absolute;
}
