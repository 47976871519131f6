/** Notices about the boots' faults and warnings, and the places (leg and body part) of the zones concerned. */

import { isHub } from '../../../firmware-protocol/feature.ts';
import type { Status } from '../../../firmware-protocol/status.ts';
import type { Side } from '../../../firmware-protocol/zones.ts';
import type { BootsFacts } from '../state.ts';
import type { FaultNotice, WarningNotice, ZonePlace } from './notice.ts';

/** The place of a zone, which is numbered as on the wire; nulls if there is no such zone. */
function placeOf(boots: BootsFacts, zone: number | null): ZonePlace {
  if (zone === null) return { side: null, part: null };
  const n = boots.feature.parts.length;
  // Boots may name a zone that they do not have.
  if (zone >= (isHub(boots.feature) ? 2 * n : n)) return { side: null, part: null };
  const side = isHub(boots.feature) ? (zone < n ? 'left' : 'right') : (boots.shape.sides[0] ?? null);
  return { side, part: boots.feature.parts[zone % n] ?? null };
}

export const faultNotice = (boots: BootsFacts, { fault, faultZone }: Status): FaultNotice => ({
  kind: 'fault',
  fault,
  ...placeOf(boots, faultZone),
});

export const warningNotice = (boots: BootsFacts, { warning, warningZone }: Status): WarningNotice => ({
  kind: 'warning',
  fault: warning,
  ...placeOf(boots, warningZone),
});

/** The places of these zones, and on which boots of a pair they are; `sides` is empty for single boots. */
export function placesOf(
  boots: BootsFacts,
  zones: readonly number[],
): { readonly places: readonly ZonePlace[]; readonly sides: readonly Side[] } {
  const places = zones.map((zone) => placeOf(boots, zone));
  const sides = places.flatMap(({ side }) => side ?? []);
  return { places, sides: boots.pair ? [...new Set(sides)] : [] };
}
