/** What is kept with a program on top of it: figures in their ranges, zones of boots that there are. */

import { zoneLayouts } from '../../../firmware-protocol/zones.ts';
import type { Problem } from '../problem.ts';
import type { SetZones } from '../program.ts';
import { ranges } from '../ranges.ts';
import { figureProblem, isProblem } from './figures.ts';

function layoutProblem({ of, zones }: SetZones): Problem | null {
  const place = 'set, zones';
  const layout = zoneLayouts[of.length];
  if (layout === undefined || layout.join() !== of.join()) {
    return {
      place,
      reason: `No boots have these zones: ${of.join(', ') || 'none'}.`,
      suggestion: `Name those of a leg from the foot up${layout ? `: ${layout.join(', ')}` : ''}.`,
    };
  }
  return Math.max(zones.left.length, zones.right.length) <= of.length
    ? null
    : {
        place,
        reason: `There are more settings for a leg than the ${of.length} zones it has.`,
        suggestion: 'Leave out those above the topmost zone.',
      };
}

const settingProblems = ({ of, zones }: SetZones): readonly (Problem | null)[] =>
  (['left', 'right'] as const).flatMap((side) =>
    zones[side].flatMap(({ trim, boost }, zone) => {
      const place = `set, ${side} ${of[zone] ?? 'zone'}`;
      return [
        figureProblem(`${place}, trim`, trim, ranges.trim),
        figureProblem(`${place}, boost`, boost.pressure, ranges.boostPressure),
        figureProblem(`${place}, longer hold`, boost.hold, ranges.boostHold),
      ];
    }),
  );

export function setZonesProblems(zones: SetZones | null): readonly Problem[] {
  return zones === null ? [] : [layoutProblem(zones), ...settingProblems(zones)].filter(isProblem);
}
