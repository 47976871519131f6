/** Air in a bag warms when it is compressed, then takes on the temperature of what it touches. */

/**
 * Rate of change of the temperature, K/s.
 * @param temperature of the air, K
 * @param rise rate of change of the pressure, mmHg/s
 * @param absolute pressure, mmHg
 * @param wall temperature of what the air touches, K
 * @param settling time constant, s
 */
export function temperatureRate(
  temperature: number,
  rise: number,
  absolute: number,
  wall: number,
  settling: number,
): number {
  return (wall - temperature) / settling + ((temperature / 3) * rise) / absolute;
}
