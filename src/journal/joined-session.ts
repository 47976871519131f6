/** Joins two parts of one session: a page recorded the first until it was closed or reloaded, and the next page recorded the second. */

import { mmhg, seconds } from '../../firmware-protocol/quantities.ts';
import { zoneKey } from './entry.ts';
import type { SessionContent, ZoneTotals } from './session-entry.ts';

const tenth = (value: number): number => Math.round(value * 10) / 10;

function joinedZone(
  one: ZoneTotals,
  other: ZoneTotals | undefined,
  { before, after }: { readonly before: number; readonly after: number },
): ZoneTotals {
  if (other === undefined) return one;
  const all = before + after;
  return {
    ...one,
    peak: mmhg(Math.max(one.peak, other.peak)),
    mean: mmhg(all === 0 ? 0 : tenth((one.mean * before + other.mean * after) / all)),
    above30: seconds(tenth(one.above30 + other.above30)),
    dose: tenth(one.dose + other.dose),
  };
}

/**
 * @param began time from the beginning of the first part to the beginning of the second, s
 * @returns the whole session; the time between the parts counts as unmeasured
 */
export function joinedSession(first: SessionContent, second: SessionContent, began: number): SessionContent {
  const shifted = <One extends { readonly after: number }>(one: One): One => ({
    ...one,
    after: seconds(tenth(one.after + began)),
  });
  const later = new Map(second.zones.map((zone) => [zoneKey(zone.side, zone.part), zone]));
  const measured = { before: first.measured, after: second.measured };
  return {
    ...second,
    program: first.program ?? second.program,
    intensity: first.intensity,
    minutes: first.minutes,
    zonesSet: first.zonesSet,
    changes: [...first.changes, ...second.changes.map(shifted)],
    alarms: [...first.alarms, ...second.alarms.map(shifted)],
    lasted: seconds(tenth(began + second.lasted)),
    measured: seconds(tenth(first.measured + second.measured)),
    zones: first.zones.map((zone) => joinedZone(zone, later.get(zoneKey(zone.side, zone.part)), measured)),
    step: first.step ?? second.step,
  };
}
