/**
 * Checks the pressure that a person adds to single zones. A zone with added pressure that is above 30 mmHg needs squeezed zones distal to
 * it.
 */

import { rules } from '../../../firmware-protocol/limits.ts';
import { mmhg } from '../../../firmware-protocol/quantities.ts';
import type { Side } from '../../../firmware-protocol/zones.ts';
import type { BootsShape } from '../boots-shape.ts';
import type { SettingProblem } from '../problem.ts';
import { allAsProgrammed, asProgrammed, type LegPart, legParts, type Settings } from '../program.ts';
import { isOn, liesOver, shapeOfSetZone } from '../zones.ts';
import { ROUNDING_ERROR } from './squeezed-parts.ts';

/** Whether the program leaves a zone distal to this one without pressure while the squeeze climbs these parts of the leg. */
function isOpenBelow(
  settings: Settings,
  boots: BootsShape,
  side: Side,
  zone: number,
  stretch: readonly LegPart[],
): boolean {
  const meant = { ...settings, zones: allAsProgrammed };
  const { release, trailingHolds } = settings.program.pattern;
  if (release === 'trailing' && trailingHolds === 0) return zone > 0;
  return boots.parts
    .slice(0, zone)
    .some((part, below) => !liesOver(part, stretch) || !isOn(meant, side, below, part));
}

export function zoneSupportProblems(settings: Settings, boots: BootsShape): readonly SettingProblem[] {
  const { sections } = settings.program.pattern;
  const stretches = sections.length === 0 ? [legParts] : sections.map(({ parts }) => parts);
  return boots.sides.flatMap((side) =>
    boots.parts.flatMap((part, zone): readonly SettingProblem[] => {
      const own = settings.zones[side][zone] ?? asProgrammed;
      if (own.trim + own.boost.pressure <= 0 || !isOn(settings, side, zone, part)) return [];
      const { fraction, trim, boost } = shapeOfSetZone(settings, side, zone, part);
      const peak = fraction * settings.intensity + trim + boost.pressure;
      const alone = stretches.some(
        (stretch) => liesOver(part, stretch) && isOpenBelow(settings, boots, side, zone, stretch),
      );
      if (!alone || peak <= rules.squeezed + ROUNDING_ERROR) return [];
      return [{ kind: 'aboveOpenParts', side, part, peak: mmhg(peak) }];
    }),
  );
}
