/**
 * Encodes a record as the pieces in which it is sent: one about the session, then one about each leg (PROTOCOL.md 6.2).
 */

import { milliseconds, seconds } from '../../../../firmware-protocol/quantities.ts';
import { encodeRecord } from '../../../../firmware-protocol/record.ts';
import { onTheWire } from '../therapy/planned-instant.ts';
import type { StoredRecord } from './record-keeper.ts';

export function piecesOf(record: StoredRecord, zonesPerLeg: number): readonly Uint8Array<ArrayBuffer>[] {
  const { number, bootCount, clock, began, program, lasted, endReason, fault, zones } = record;
  const session = encodeRecord({
    piece: 'session',
    number,
    bootCount,
    clock: milliseconds(onTheWire(clock)),
    began,
    lasted: lasted === null ? null : seconds(lasted),
    endReason,
    fault: fault?.fault ?? 'none',
    faultZone: fault?.zone ?? null,
    program,
  });
  const left = encodeRecord({ piece: 'leg', number, zones: zones.slice(0, zonesPerLeg) });
  const right = zones.slice(zonesPerLeg);
  return right.length === 0
    ? [session, left]
    : [session, left, encodeRecord({ piece: 'rightLeg', number, zones: right })];
}
