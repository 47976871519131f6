/** How what was set for single zones compares. */

import { asProgrammed, type ZoneSetting, type ZoneSettings } from '../../program/program.ts';
import { sameZone } from '../../program/zones.ts';

export const isAsProgrammed = (setting: ZoneSetting): boolean => sameZone(setting, asProgrammed);

/** A zone that is not listed is as programmed. */
export function legsAlike({ left, right }: ZoneSettings): boolean {
  const longest = left.length > right.length ? left : right;
  return longest.every((_, zone) => sameZone(left[zone] ?? asProgrammed, right[zone] ?? asProgrammed));
}
