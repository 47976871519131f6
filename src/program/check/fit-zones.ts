/** A program on the zones of the boots at hand, and what a person set for single zones. */

import type { BodyPart, Side } from '../../../firmware-protocol/zones.ts';
import type { BootsShape } from '../boots-shape.ts';
import type { Problem } from '../problem.ts';
import type { Settings } from '../program.ts';
import { ranges } from '../ranges.ts';
import { isOn, isUnder } from '../zones.ts';
import { figureProblem, isProblem } from './figures.ts';

/** What was set for zones that these boots have. */
export const zoneProblems = ({ zones }: Settings, { sides, parts }: BootsShape): readonly Problem[] =>
  sides
    .flatMap((side) =>
      zones[side].slice(0, parts.length).flatMap(({ trim, boost }, zone) => {
        const place = `${side} ${parts[zone] ?? 'zone'}`;
        return [
          figureProblem(`${place}, trim`, trim, ranges.trim),
          figureProblem(`${place}, boost`, boost.pressure, ranges.boostPressure),
          figureProblem(`${place}, longer hold`, boost.hold, ranges.boostHold),
        ];
      }),
    )
    .filter(isProblem);

/** Legs that are squeezed. Boots for one leg play a program for both as their own. */
const sidesPlayed = ({ program }: Settings, { sides }: BootsShape): readonly Side[] => {
  const { legs } = program.pattern;
  return legs === 'left' || legs === 'right' ? sides.filter((side) => side === legs) : sides;
};

/** Zones that go up and down together, of each leg and each section. */
function zonesTogether(settings: Settings, boots: BootsShape): readonly (readonly BodyPart[])[] {
  const { sections } = settings.program.pattern;
  return sidesPlayed(settings, boots).flatMap((side) => {
    const on = boots.parts.filter((part, zone) => isOn(settings, side, zone, part));
    return sections.length === 0
      ? [on]
      : sections.map(({ parts }) => on.filter((part) => isUnder(part, parts)));
  });
}

function nothingPlays(settings: Settings, boots: BootsShape): Problem {
  const meant = { ...settings, zones: { left: [], right: [] } };
  return zonesTogether(meant, boots).some((zones) => zones.length > 0)
    ? {
        place: 'zones',
        reason: 'Every zone that this program squeezes is switched off.',
        suggestion: 'Switch on at least one.',
      }
    : {
        place: 'program',
        reason: `It squeezes parts of the leg that these boots (${boots.parts.join(', ')}) have no zone for.`,
        suggestion: 'Choose another program, or boots with more zones.',
      };
}

/** Why the program cannot be played on these boots as they are, or in any way that comes near to it. */
export function playingProblems(settings: Settings, boots: BootsShape): readonly Problem[] {
  const { pattern } = settings.program;
  const [side] = boots.sides;
  if (sidesPlayed(settings, boots).length === 0) {
    return [
      {
        place: 'legs',
        reason: `This program is for the ${pattern.legs} leg only, and this is the ${side ?? 'other'} boot.`,
        suggestion: `Connect the ${pattern.legs} boot too, or choose another program.`,
      },
    ];
  }
  const together = zonesTogether(settings, boots);
  if (together.every((zones) => zones.length === 0)) return [nothingPlays(settings, boots)];
  if (boots.holdsTogether || pattern.onsetDelay !== 0) return [];
  const most = together.reduce((longest, zones) => (zones.length > longest.length ? zones : longest));
  return most.length < 2
    ? []
    : [
        {
          place: 'boots',
          reason: `They hold one zone of a leg at a time, and this program squeezes ${most.length} together: ${most.join(', ')}.`,
          suggestion: 'Choose a program that squeezes one part after the other.',
        },
      ];
}
