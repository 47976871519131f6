/** A valve group is the zones on one valve: one, or two that the boots can only fill and vent together. */

import type { BootsShape } from '../program/boots-shape.ts';

/** Indices of the zones. */
export type ValveGroup = readonly number[];

/** Valve groups of one leg, foot first. */
export const valveGroupsOf = ({ parts, sharedValves }: BootsShape): readonly ValveGroup[] => {
  const zones = [...parts.keys()];
  return sharedValves
    ? zones
        .filter((zone) => zone % 2 === 0)
        .map((zone) => (zone + 1 < zones.length ? [zone, zone + 1] : [zone]))
    : zones.map((zone) => [zone]);
};

/** Whether two zones of a leg are on the same valve. @param other -1 = there is no such zone, as `indexOf` returns it */
export const shareValve = ({ sharedValves }: BootsShape, zone: number, other: number): boolean =>
  sharedValves && other >= 0 ? zone >> 1 === other >> 1 : zone === other;
