/** Joins the session records of the two boots of a pair: those of the same program that began at almost the same time. */

import { type Seconds, seconds } from '../../../../firmware-protocol/quantities.ts';
import type { ZoneRecord } from '../../../../firmware-protocol/record.ts';
import type { SessionRecord } from '../../records/session-record.ts';
import type { SingleBoots } from '../../single-boots.ts';
import { graverEnding } from './merge-status.ts';

/** Largest difference between the beginnings that the two boots record for one session, s. Records are exact to a second. */
const START_TOLERANCE = 3;

const nothing: ZoneRecord = { peak: null, above30: null, dose: null };

const longer = (one: Seconds | null, other: Seconds | null): Seconds | null =>
  one === null || other === null ? (one ?? other) : seconds(Math.max(one, other));

/** One boot's record as a record of both legs; the other leg's zones are unknown. @param zones number of zones per leg */
const legOnly = (record: SessionRecord, side: 'left' | 'right', zones: number): SessionRecord => {
  const missing = Array.from({ length: zones }, () => nothing);
  const { fault } = record;
  return {
    ...record,
    fault:
      side === 'right' && fault !== null && fault.zone !== null
        ? { ...fault, zone: fault.zone + zones }
        : fault,
    zones: side === 'left' ? [...record.zones, ...missing] : [...missing, ...record.zones],
  };
};

function joined(left: SessionRecord, right: SessionRecord): SessionRecord {
  const endReason = graverEnding(left.endReason, right.endReason);
  const zones = left.zones.length / 2;
  return {
    ...left,
    lasted: longer(left.lasted, right.lasted),
    endReason,
    fault: left.fault ?? right.fault,
    zones: [...left.zones.slice(0, zones), ...right.zones.slice(zones)],
  };
}

/**
 * The sessions in the order of the left boot, then those that only the right boot has a record of. A record without a known
 * beginning is not joined with another, because its session may have run on one boot alone.
 * @param zones number of zones per leg
 */
export function mergedRecords(
  left: readonly SessionRecord[],
  right: readonly SessionRecord[],
  zones: number,
): readonly SessionRecord[] {
  const rest = [...right];
  const both = left.map((record) => {
    const own = legOnly(record, 'left', zones);
    const at = rest.findIndex(
      ({ began, program }) =>
        began !== 0 && program === record.program && Math.abs(began - record.began) <= START_TOLERANCE,
    );
    const [other] = at < 0 ? [] : rest.splice(at, 1);
    return other ? joined(own, legOnly(other, 'right', zones)) : own;
  });
  return [...both, ...rest.map((record) => legOnly(record, 'right', zones))];
}

/** Null if asking either boot failed. */
export async function recordsOfPair(
  left: SingleBoots,
  right: SingleBoots,
): Promise<readonly SessionRecord[] | null> {
  const [one, other] = await Promise.all([left.records(), right.records()]);
  return one && other && mergedRecords(one, other, left.feature.parts.length);
}
