/** Checks the zone settings saved with a program: their figures, and whether boots with these zones exist. */

import { zoneLayouts } from '../../../firmware-protocol/zones.ts';
import { type FigureProblem, isProblem, type PatternProblem } from '../problem.ts';
import type { SetZones } from '../program.ts';
import { zoneFigureProblems } from './figures.ts';

function layoutProblem({ of, zones }: SetZones): PatternProblem | null {
  const layout = zoneLayouts[of.length];
  if (layout === undefined || layout.join() !== of.join()) {
    return { kind: 'setLayout', parts: of, layout: layout ?? null };
  }
  return Math.max(zones.left.length, zones.right.length) <= of.length
    ? null
    : { kind: 'setTooManyZones', zones: of.length };
}

const settingProblems = ({ of, zones }: SetZones): readonly FigureProblem[] =>
  (['left', 'right'] as const).flatMap((side) =>
    zones[side].flatMap((setting, zone) =>
      zoneFigureProblems({ kept: true, side, part: of[zone] ?? null }, setting),
    ),
  );

export const setZonesProblems = (zones: SetZones | null): readonly (FigureProblem | PatternProblem)[] =>
  zones === null ? [] : [layoutProblem(zones), ...settingProblems(zones)].filter(isProblem);
