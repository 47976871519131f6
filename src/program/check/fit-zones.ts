/** Whether a program, with a person's zone settings, fits the zones of the boots at hand. */

import type { BodyPart, Side } from '../../../firmware-protocol/zones.ts';
import type { BootsShape } from '../boots-shape.ts';
import type { BootsProblem, FigureProblem, SettingProblem } from '../problem.ts';
import type { Settings } from '../program.ts';
import { isOn, liesOver } from '../zones.ts';
import { zoneFigureProblems } from './figures.ts';

export const zoneProblems = ({ zones }: Settings, { sides, parts }: BootsShape): readonly FigureProblem[] =>
  sides.flatMap((side) =>
    zones[side]
      .slice(0, parts.length)
      .flatMap((setting, zone) =>
        zoneFigureProblems({ kept: false, side, part: parts[zone] ?? null }, setting),
      ),
  );

/** A single boot plays a program for both legs on its own leg. */
const sidesPlayed = ({ program }: Settings, { sides }: BootsShape): readonly Side[] => {
  const { legs } = program.pattern;
  return legs === 'left' || legs === 'right' ? sides.filter((side) => side === legs) : sides;
};

/**
 * The zones that are on, grouped by leg and section (a stretch of the leg that takes turns with the others). With an onset delay of 0, a
 * pattern squeezes the zones of a group at once.
 */
function zonesTogether(settings: Settings, boots: BootsShape): readonly (readonly BodyPart[])[] {
  const { sections } = settings.program.pattern;
  return sidesPlayed(settings, boots).flatMap((side) => {
    const on = boots.parts.filter((part, zone) => isOn(settings, side, zone, part));
    return sections.length === 0
      ? [on]
      : sections.map(({ parts }) => on.filter((part) => liesOver(part, parts)));
  });
}

function nothingPlays(settings: Settings, boots: BootsShape): SettingProblem | BootsProblem {
  const meant = { ...settings, zones: { left: [], right: [] } };
  return zonesTogether(meant, boots).some((zones) => zones.length > 0)
    ? { kind: 'allZonesOff' }
    : { kind: 'noZoneForIt', parts: boots.parts };
}

/** Why these boots cannot play the program at all, not even with adaptations. */
export function playingProblems(
  settings: Settings,
  boots: BootsShape,
): readonly (SettingProblem | BootsProblem)[] {
  const { legs, onsetDelay } = settings.program.pattern;
  if (sidesPlayed(settings, boots).length === 0 && (legs === 'left' || legs === 'right')) {
    return [{ kind: 'otherLegOnly', leg: legs, boot: boots.sides[0] ?? null }];
  }
  const together = zonesTogether(settings, boots);
  if (together.every((zones) => zones.length === 0)) return [nothingPlays(settings, boots)];
  if (boots.holdsTogether || onsetDelay !== 0) return [];
  const most = together.reduce((longest, zones) => (zones.length > longest.length ? zones : longest));
  return most.length < 2 ? [] : [{ kind: 'oneZoneAtATime', parts: most }];
}
