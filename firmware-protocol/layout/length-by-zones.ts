/** Derives lengths that grow with the number of zones from the layouts, as C expressions for the header. */

import type { PlacedField } from './layout-parts.ts';

/** With 8 zones, zones packed as bits fill whole bytes: as many bytes as one zone takes bits. */
const ZONES = 8;

/** The length of a layout in bytes, as a C expression in `zones`. @param more bytes to add, such as those of the CRC */
export function lengthByZones(
  shapeOf: (zones: number) => { readonly places: readonly PlacedField[] },
  more = 0,
): string {
  const placed = shapeOf(0).places;
  const fixed = placed.map(({ field }) => field.bytes).reduce((sum, bytes) => sum + bytes, more);
  const grown = shapeOf(ZONES).places.map(({ field }, i) => field.bytes - (placed[i]?.field.bytes ?? 0));
  const perZone = grown.filter((bytes) => bytes % ZONES === 0).reduce((sum, bytes) => sum + bytes / ZONES, 0);
  const packed = grown
    .filter((bytes) => bytes % ZONES !== 0)
    .map((bits) => `((zones) + ${ZONES / bits - 1}) / ${ZONES / bits}`);
  return [
    ...(fixed === 0 ? [] : [String(fixed)]),
    ...(perZone === 0 ? [] : [perZone === 1 ? '(zones)' : `${perZone} * (zones)`]),
    ...packed,
  ].join(' + ');
}
