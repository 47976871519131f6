/** Pressures of the zones in words, for people who do not see the picture. */

import type { Target } from '../../../firmware-protocol/keyframe.ts';
import type { Mmhg } from '../../../firmware-protocol/quantities.ts';
import type { SessionView, ZoneView } from '../../session/view.ts';
import type { Numbers } from '../numbers.ts';
import type { Words } from '../words.ts';

export function zones(n: Numbers, words: Words['session']): Pick<Words, 'measured' | 'asked' | 'legsAloud'> {
  const measured = (pressure: Mmhg | null): string =>
    pressure === null ? words.unknown : n.pressure(pressure);
  const asked = (target: Target | null): string => {
    if (target === null) return words.unknown;
    if (target === 'vent') return words.vent;
    return target === 'seal' ? words.seal : n.pressure(target);
  };
  const zoneAloud = (side: string, { part, pressure, target }: ZoneView): string =>
    `${side} ${part} ${measured(pressure)}${typeof target === 'number' ? ` of ${n.pressure(target)}` : ''}`;
  /** "Pressure in the boots, mmHg: left foot 31 of 30, …". */
  const legsAloud = ({ left, right }: SessionView['legs']): string => {
    const all = [
      ...left.map((zone) => zoneAloud('left', zone)),
      ...right.map((zone) => zoneAloud('right', zone)),
    ];
    return `${words.legs}, ${n.pressureUnit}: ${all.join(', ')}`;
  };
  return { measured, asked, legsAloud };
}
