/** Zones that can only go together. */

import type { BootsShape } from '../program/boots-shape.ts';

/** Zones that can only be driven together: one, or two on a shared valve. */
export type Unit = readonly number[];

/** The zones of a leg, foot first, by what drives them: a valve of their own, or one for each two. */
export const unitsOf = ({ parts, sharedValves }: BootsShape): readonly Unit[] => {
  const zones = [...parts.keys()];
  return sharedValves
    ? zones
        .filter((zone) => zone % 2 === 0)
        .map((zone) => (zone + 1 < zones.length ? [zone, zone + 1] : [zone]))
    : zones.map((zone) => [zone]);
};
