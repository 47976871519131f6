/** The pressure of the zone that gets the most in a program. */

import { findProgram } from '../../program/presets.ts';
import { legParts } from '../../program/program.ts';

/**
 * The highest pressure that a zone gets at this intensity, mmHg: each zone has a share of the intensity, a correction (trim) and an extra
 * pressure (boost). For an unknown program, the intensity itself.
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
