/** The pressure of the zone that gets the most in a program. */

import { findProgram } from '../../program/presets.ts';
import { legParts } from '../../program/program.ts';

/**
 * The highest pressure that any zone of the leg gets at this intensity, mmHg: with the program's correction (trim) and extra pressure (boost) for
 * each zone. For an unknown program, the intensity itself.
 */
export function highestZone(id: string, intensity: number): number {
  const program = findProgram(id);
  if (program === undefined) return intensity;
  return Math.max(
    ...legParts
      .map((part) => program.shape[part])
      .filter(({ enabled }) => enabled)
      .map(({ fraction, trim, boost }) => intensity * fraction + trim + boost.pressure),
  );
}
