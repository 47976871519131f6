/** Which zones in the picture have a warning sign. */

import type { Side } from '../../../firmware-protocol/zones.ts';
import type { SessionView } from '../../session/view.ts';

/** "left 2": zone 2, counted from the foot, of the left leg. */
export type ZoneKey = `${Side} ${number}`;

export const zoneKey = (side: Side, zone: number): ZoneKey => `${side} ${zone}`;

/** The sides and parts that notices are about: faults and warnings of the boots, and zones that do not empty. */
function placesOf({ notice, latched }: Pick<SessionView, 'notice' | 'latched'>) {
  const places = latched ? [latched] : [];
  if (notice?.kind === 'fault' || notice?.kind === 'warning') return [...places, notice];
  if (notice?.kind === 'notEmptying' || notice?.kind === 'airNotKnown') return [...places, ...notice.places];
  return places;
}

/** A place without a body part marks no zone; a place without a side marks that part of both legs. */
export function markedZones({
  notice,
  latched,
  legs,
}: Pick<SessionView, 'notice' | 'latched' | 'legs'>): ReadonlySet<ZoneKey> {
  const marked = new Set<ZoneKey>();
  for (const place of placesOf({ notice, latched })) {
    for (const side of ['left', 'right'] as const) {
      if (place.side !== null && place.side !== side) continue;
      const zone = legs[side].findIndex(({ part }) => part === place.part);
      if (zone >= 0) marked.add(zoneKey(side, zone));
    }
  }
  return marked;
}
