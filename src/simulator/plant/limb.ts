/** A leg in a boot: a row of chambers, foot to hip, each narrowed by its neighbours. */

import { Chamber } from './chamber.ts';
import { shareOut } from './leg.ts';
import type { PlantParameters } from './parameters.ts';

/** Which of the five lengths is the calf. */
const CALF = 2;

/**
 * @param size × on every volume.
 * @param residual air in the next bag, of its slack volume; asked once a zone, foot first.
 */
export function makeLimb(
  parameters: PlantParameters,
  zones: number,
  size: number,
  residual: () => number,
): readonly Chamber[] {
  const slack = shareOut(parameters.slackVolumes, zones);
  const stiffness = shareOut(parameters.stiffnessVolumes, zones);
  const chambers = slack.map((volume, zone) => {
    const slackVolume = volume * size * parameters.slackness;
    // Veins by size: the calf's fifth is what the figures were given for.
    const share = (volume * size) / (parameters.slackVolumes[CALF] ?? volume);
    const chamber = new Chamber(
      {
        slackVolume,
        stiffnessVolume: (stiffness[zone] ?? 0) * size,
        slackPressure: parameters.slackPressure,
        stretchPressure: parameters.stretchPressure,
        coupling: parameters.coupling,
      },
      parameters.roomTemperature,
      parameters.heat ? { temperature: parameters.skinTemperature, settling: parameters.thermalTime } : null,
      parameters.blood
        ? {
            emptiesAbove: parameters.venousPressure,
            emptying: parameters.venousEmptying,
            volume: parameters.venousVolume * share,
            inflow: parameters.arterialFlow * share,
          }
        : null,
    );
    chamber.leak = parameters.leak;
    chamber.fillTo(residual() * slackVolume, parameters.ambient);
    return chamber;
  });
  for (const [zone, chamber] of chambers.entries())
    for (const neighbour of [chambers[zone - 1], chambers[zone + 1]])
      if (neighbour) chamber.neighbours.push(neighbour);
  return chambers;
}
