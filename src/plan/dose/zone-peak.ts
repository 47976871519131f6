/** What the zone that gets most is squeezed with. */

import { findProgram } from '../../program/presets.ts';
import { legParts } from '../../program/program.ts';

/** mmHg, of a program at an intensity: its shape with trims and boosts. An unknown program has its intensity. */
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
