/**
 * A leg in a boot: a row of chambers (the bags of air of its zones) from foot to hip. A bag that stretches leaves its
 * neighbours less room; no air passes between them.
 */

import { Chamber } from './chamber.ts';
import type { PlantParameters } from './parameters.ts';
import { distributeOverZones } from './zone-shares.ts';

/** Index of the calf among the five equal lengths of leg for which parameters are given. */
const CALF_INDEX = 2;

/**
 * Makes the chambers of one leg, foot first.
 * @param size factor for the volumes of bags and veins
 * @param residual returns how much air is in the next bag at the start, as a share of its slack volume; called once
 *   per zone, foot first
 * @throws RangeError unless there are 3 to 8 zones
 */
export function makeLimb(
  parameters: PlantParameters,
  zones: number,
  size: number,
  residual: () => number,
): readonly Chamber[] {
  const slack = distributeOverZones(parameters.slackVolumes, zones);
  const stiffness = distributeOverZones(parameters.stiffnessVolumes, zones);
  const chambers = slack.map((volume, zone) => {
    const slackVolume = volume * size * parameters.slackness;
    // The veins' volume and inflow grow with the zone's volume; the parameters are for the calf's fifth of the leg.
    const share = (volume * size) / (parameters.slackVolumes[CALF_INDEX] ?? volume);
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
