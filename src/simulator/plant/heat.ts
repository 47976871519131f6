/** Air in a bag warms when it is compressed, cools when it expands, and approaches the temperature of what it touches. */

/**
 * Rate of change of the air's temperature, K/s.
 * @param temperature of the air, K
 * @param rise rate of change of the air's pressure, mmHg/s
 * @param absolute pressure of the air, mmHg
 * @param wall temperature of what the air touches, K
 * @param settling time constant with which the air approaches that temperature, s
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
