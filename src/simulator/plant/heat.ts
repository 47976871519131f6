/** Air in a bag warms when it is compressed, and settles at the temperature of what it touches. */

/**
 * Rate of temperature, K/s.
 * @param temperature of the air, K.
 * @param rise of the pressure, mmHg/s.
 * @param absolute pressure, mmHg.
 * @param wall temperature it settles at, K.
 * @param settling time, s.
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
