/** The pressure of the zone that gets most. */

import { findProgram } from '../../program/presets.ts';
import { legParts } from '../../program/program.ts';

/** The highest peak of a program's zones at an intensity, trims and boosts included, mmHg; the intensity itself if the program is unknown. */
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
