/** The zones of one leg, numbered as on the wire. */

import { isHub } from '../../firmware-protocol/feature.ts';
import type { Side } from '../../firmware-protocol/zones.ts';
import type { BootsFacts } from './state.ts';

export function zonesOn({ feature, shape }: BootsFacts, side: Side): readonly number[] {
  if (!shape.sides.includes(side)) return [];
  const { parts } = feature;
  const first = isHub(feature) && side === 'right' ? parts.length : 0;
  return parts.map((_, zone) => first + zone);
}
