/** How what was set for single zones compares. */

import { asProgrammed, type ZoneSetting, type ZoneSettings } from '../program/program.ts';

const equal = (one: ZoneSetting, other: ZoneSetting): boolean =>
  one.on === other.on &&
  one.trim === other.trim &&
  one.boost.pressure === other.boost.pressure &&
  one.boost.hold === other.boost.hold;

export const isAsProgrammed = (setting: ZoneSetting): boolean => equal(setting, asProgrammed);

/** A zone that is not listed is as programmed. */
export function legsAlike({ left, right }: ZoneSettings): boolean {
  const longest = left.length > right.length ? left : right;
  return longest.every((_, zone) => equal(left[zone] ?? asProgrammed, right[zone] ?? asProgrammed));
}
