/** Zone pressures and targets in words, on screen and read aloud. */

import type { Target } from '../../../../firmware-protocol/keyframe.ts';
import type { Mmhg } from '../../../../firmware-protocol/quantities.ts';
import type { SessionView, ZoneView } from '../../../session/view.ts';
import type { Numbers } from '../../numbers-and-units.ts';
import type { Words } from '../../words.ts';
import { capital } from '../text.ts';

export function zones(
  n: Numbers,
  words: Words['session'],
): Pick<Words, 'measured' | 'asked' | 'legsAloud' | 'reading' | 'zoneNow'> {
  const measured = (pressure: Mmhg | null): string =>
    pressure === null ? words.unknown : n.pressure(pressure);
  const asked = (target: Target | null): string => {
    if (target === null) return words.unknown;
    if (target === 'vent') return words.vent;
    return target === 'seal' ? words.seal : n.pressure(target);
  };
  const zoneAloud = (side: string, { part, pressure, target }: ZoneView): string =>
    `${side} ${part} ${measured(pressure)}${typeof target === 'number' ? ` of ${n.pressure(target)}` : ''}`;
  const legsAloud = ({ left, right }: SessionView['legs']): string => {
    const all = [
      ...left.map((zone) => zoneAloud('left', zone)),
      ...right.map((zone) => zoneAloud('right', zone)),
    ];
    return `${words.legs}, ${n.pressureUnit}: ${all.join(', ')}`;
  };
  const reading = (pressure: Mmhg | null, target: Target | null): string =>
    `${pressure === null ? words.dash : n.pressure(pressure)}${typeof target === 'number' ? ` of ${n.pressure(target)}` : ''}`;
  const zoneNow = ({ left, right }: SessionView['legs'], index: number): string => {
    const now = ({ pressure, target }: ZoneView): string => reading(pressure, target);
    const [one, other] = [left[index], right[index]];
    const each =
      one && other
        ? [`left ${now(one)}`, `right ${now(other)}`]
        : [one, other].flatMap((leg) => (leg ? [now(leg)] : []));
    return n.pressures(capital(each.join(' · ')));
  };
  return { measured, asked, legsAloud, reading, zoneNow };
}
