/** Whether the app can plan programs for these boots at all. */

import { litresPerMinute } from '../../../firmware-protocol/quantities.ts';
import { zoneLayouts } from '../../../firmware-protocol/zones.ts';
import type { BootsShape } from '../boots-shape.ts';
import type { BootsProblem } from '../problem.ts';

/** Free flow of the slowest pump for which the app plans programs. */
const LEAST_PUMP_FLOW = litresPerMinute(4);

export function bootsProblems({ parts, sides, pumpFlow }: BootsShape): readonly BootsProblem[] {
  const problems: BootsProblem[] = [];
  const layout = zoneLayouts[parts.length];
  if (layout === undefined || layout.some((part, zone) => part !== parts[zone])) {
    problems.push({ kind: 'bootsLayout', parts });
  }
  if (sides.length === 0 || new Set(sides).size !== sides.length) problems.push({ kind: 'bootsWithoutLegs' });
  if (!(pumpFlow >= LEAST_PUMP_FLOW)) {
    problems.push({ kind: 'bootsPump', flow: pumpFlow, least: LEAST_PUMP_FLOW });
  }
  return problems;
}
