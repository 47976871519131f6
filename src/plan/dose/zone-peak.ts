/** The pressure of the zone that gets the most. */

import { findProgram } from '../../program/presets.ts';
import { legParts } from '../../program/program.ts';

/** The highest peak of any part of the leg at this intensity, with trims and boosts, mmHg. For an unknown program, the intensity itself. */
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
