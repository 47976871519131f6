/** Comparisons of zone settings. */

import { asProgrammed, type ZoneSetting, type ZoneSettings } from '../../program/program.ts';
import { sameZone } from '../../program/zones.ts';

export const isAsProgrammed = (setting: ZoneSetting): boolean => sameZone(setting, asProgrammed);

/** Whether both legs have the same settings. A zone missing from a list has the program's own. */
export function legsAlike({ left, right }: ZoneSettings): boolean {
  const longest = left.length > right.length ? left : right;
  return longest.every((_, zone) => sameZone(left[zone] ?? asProgrammed, right[zone] ?? asProgrammed));
}
