/** What the two boots of a pair remember, as one: both were prepared by one page, at one time. */

import { type Seconds, seconds } from '../../../../firmware-protocol/quantities.ts';
import type { ZoneRecord } from '../../../../firmware-protocol/record.ts';
import type { SessionRecord } from '../../records/session-record.ts';
import type { SingleBoots } from '../../single-boots.ts';
import { graverEnding } from './merge-status.ts';

/** Both boots are told to start at one instant; their records give it to the second. */
const APART = 3;

const nothing: ZoneRecord = { peak: null, above30: null, dose: null };

const longer = (one: Seconds | null, other: Seconds | null): Seconds | null =>
  one === null || other === null ? (one ?? other) : seconds(Math.max(one, other));

/** `zones`: of a leg. */
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
 * Sessions of both legs in the order of the left boot, then those that only the right one remembers. A session whose beginning nobody told
 * the boots is joined with none: what one boot had without the other says nothing of the other leg.
 * @param zones of a leg
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
        began !== 0 && program === record.program && Math.abs(began - record.began) <= APART,
    );
    const [other] = at < 0 ? [] : rest.splice(at, 1);
    return other ? joined(own, legOnly(other, 'right', zones)) : own;
  });
  return [...both, ...rest.map((record) => legOnly(record, 'right', zones))];
}

/** Null if either boot could not be asked. */
export async function recordsOfPair(
  left: SingleBoots,
  right: SingleBoots,
): Promise<readonly SessionRecord[] | null> {
  const [one, other] = await Promise.all([left.records(), right.records()]);
  return one && other && mergedRecords(one, other, left.feature.parts.length);
}
