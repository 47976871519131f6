/** Faults and warnings of the boots, with the boot and part they report. */

import { isHub } from '../../../firmware-protocol/feature.ts';
import type { Status } from '../../../firmware-protocol/status.ts';
import type { Side } from '../../../firmware-protocol/zones.ts';
import type { BootsFacts } from '../state.ts';
import type { FaultNotice, Place, WarningNotice } from './notice.ts';

/** The leg and part of a zone of the peripheral; nulls where it names no zone. */
function placeOf(boots: BootsFacts, zone: number | null): Place {
  if (zone === null) return { side: null, part: null };
  const n = boots.feature.parts.length;
  // A zone that these boots do not have names no place.
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

/** The parts of these zones, and the boots of a pair they are on. */
export function placesOf(
  boots: BootsFacts,
  zones: readonly number[],
): { readonly places: readonly Place[]; readonly sides: readonly Side[] } {
  const places = zones.map((zone) => placeOf(boots, zone));
  const sides = places.flatMap(({ side }) => side ?? []);
  return { places, sides: boots.pair ? [...new Set(sides)] : [] };
}
