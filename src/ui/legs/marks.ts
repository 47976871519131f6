/** Decides which zones have a warning sign in the picture of the legs. */

import type { Side } from '../../../firmware-protocol/zones.ts';
import type { SessionView } from '../../session/view.ts';

/** "left 2" is zone 2 of the left leg, counted from 0 at the foot. */
export type ZoneKey = `${Side} ${number}`;

export const zoneKey = (side: Side, zone: number): ZoneKey => `${side} ${zone}`;

/** The places that need a sign: that of the fault that the user has not acknowledged, and those that the notice names. */
function placesOf({ notice, latched }: Pick<SessionView, 'notice' | 'latched'>) {
  const places = latched ? [latched] : [];
  if (notice !== null && 'part' in notice) return [...places, notice];
  if (notice !== null && 'places' in notice) return [...places, ...notice.places];
  return places;
}

/** A place without a body part marks no zone; a place without a side marks its part on both legs. */
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
