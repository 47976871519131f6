/** Zones that can only go together. */

import type { BootsShape } from '../program/boots-shape.ts';

/** The zones of a leg, foot first, by what drives them: a valve of their own, or one for each two. */
export const unitsOf = ({ parts, sharedValves }: BootsShape): readonly (readonly number[])[] => {
  const zones = [...parts.keys()];
  return sharedValves
    ? zones
        .filter((zone) => zone % 2 === 0)
        .map((zone) => (zone + 1 < zones.length ? [zone, zone + 1] : [zone]))
    : zones.map((zone) => [zone]);
};
