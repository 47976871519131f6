/** A leg in a boot: a row of chambers, foot to hip, each narrowed by its neighbours. */

import { Chamber } from './chamber.ts';
import type { PlantParameters } from './parameters.ts';
import { shareOut } from './zone-shares.ts';

/** Index of the calf among the five lengths. */
const CALF = 2;

/**
 * @param size multiplies every volume
 * @param residual air in the next bag as a share of its slack volume; called once per zone, foot first
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
    // Veins scale with size; the parameters are given for the calf's fifth of the leg.
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
