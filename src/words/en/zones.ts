/** Pressures of the zones in words, for those who do not see the picture. */

import type { Target } from '../../../firmware-protocol/keyframe.ts';
import type { Mmhg } from '../../../firmware-protocol/quantities.ts';
import type { SessionView, ZoneView } from '../../session/view.ts';
import { pressure } from './numbers.ts';
import { session } from './screens.ts';

export const measuredWords = (measured: Mmhg | null): string =>
  measured === null ? session.unknown : pressure(measured);

export function askedWords(target: Target | null): string {
  if (target === null) return session.unknown;
  if (target === 'vent') return session.vent;
  if (target === 'seal') return session.seal;
  return pressure(target);
}

function zoneAloud(side: string, zone: ZoneView): string {
  const asked = typeof zone.target === 'number' ? ` of ${pressure(zone.target)}` : '';
  return `${side} ${zone.part} ${measuredWords(zone.pressure)}${asked}`;
}

/** "Pressure in the boots, mmHg: left foot 31 of 30, …". */
export function legsAloud(legs: SessionView['legs']): string {
  const zones = [
    ...legs.left.map((zone) => zoneAloud('left', zone)),
    ...legs.right.map((zone) => zoneAloud('right', zone)),
  ];
  return `${session.legs}, ${session.mmhg}: ${zones.join(', ')}`;
}
