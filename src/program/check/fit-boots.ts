/** Boots that programs can be planned for. */

import { ZONES_MAX, ZONES_MIN, zoneLayouts } from '../../../firmware-protocol/zones.ts';
import type { BootsShape } from '../boots-shape.ts';
import type { Problem } from '../problem.ts';

/** Slowest pump that programs are planned for, free flow, L/min. */
const LEAST_PUMP_FLOW = 4;

export function bootsProblems(boots: BootsShape): readonly Problem[] {
  const problems: Problem[] = [];
  const layout = zoneLayouts[boots.parts.length];
  if (layout === undefined || layout.some((part, zone) => part !== boots.parts[zone])) {
    problems.push({
      place: 'boots',
      reason: `Their zones (${boots.parts.join(', ') || 'none'}) are no layout that programs are written for.`,
      suggestion: `Use boots with ${ZONES_MIN} to ${ZONES_MAX} zones a leg in one of the known layouts.`,
    });
  }
  if (boots.sides.length === 0 || new Set(boots.sides).size !== boots.sides.length) {
    problems.push({
      place: 'boots',
      reason: 'They do not say which legs they are for.',
      suggestion: 'Connect a left boot, a right boot, or a hub with both.',
    });
  }
  if (!(boots.pumpFlow >= LEAST_PUMP_FLOW)) {
    problems.push({
      place: 'boots',
      reason: `A pump of ${boots.pumpFlow} L/min fills too slowly for any program.`,
      suggestion: `Use boots with a pump of at least ${LEAST_PUMP_FLOW} L/min.`,
    });
  }
  return problems;
}
