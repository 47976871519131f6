/**
 * The record that boots keep of a session (PROTOCOL.md 6.2), sent in pieces that fit into the smallest payload: `piece | number | body |
 * CRC`.
 */

import { calendar, PROGRAM_NAME_BYTES } from './command.ts';
import { faultCodes } from './fault-codes.ts';
import { named, utf8, type ValueOf } from './layout/field.ts';
import { type Decoded, decodeHeaded, encodeHeaded } from './layout/frame.ts';
import { type Layout, layout } from './layout/layout.ts';
import { countedWithin, countOf } from './layout/layout-parts.ts';
import { orNone, u8, u16, u32 } from './layout/number-field.ts';
import { endReasonCodes } from './status.ts';
import { ZONES_MAX, ZONES_MIN } from './zones.ts';

/** Stands for a figure that the boots do not know, in a field of type u16. */
export const RECORD_UNKNOWN = 0xffff;

export const pieceCodes = { session: 0, leg: 1, rightLeg: 2 } as const;
/** `rightLeg`: the right leg of a hub, whose `leg` is the left one. A single boot has one `leg`, left or right. */
export type RecordPiece = keyof typeof pieceCodes;

export const recordHead = layout({ piece: named(pieceCodes), number: u16({ min: 1 }) });

export const recordZone = layout({
  peak: orNone(u16({ scale: 0.1, unit: 'mmHg', max: 6553.4 }), RECORD_UNKNOWN),
  above30: orNone(u16({ unit: 's', max: 3600 }), RECORD_UNKNOWN),
  /** Dose above 30 mmHg: ∫(p − 30)⁺ dt. */
  dose: orNone(u16({ scale: 0.1, unit: 'mmHg·min', max: 6553.4 }), RECORD_UNKNOWN),
});
/** A figure is null if the boots restarted before they had stored it. */
export type ZoneRecord = ValueOf<typeof recordZone>;

const ofSession = layout({
  /** How often the boots had started up when the session began, as the status counts it. */
  bootCount: u16(),
  clock: u32({ unit: 'ms' }),
  /** When the session began: the time in its Prepare plus the time from that Prepare to the start; 0 = unknown. */
  began: calendar,
  lasted: orNone(u16({ unit: 's', max: 3600 }), RECORD_UNKNOWN),
  endReason: named(endReasonCodes),
  /** The fault that ended the session. */
  fault: named(faultCodes),
  faultZone: orNone(u8({ max: 15 }), 255),
  program: utf8(PROGRAM_NAME_BYTES),
});
const ofLeg = layout({
  zoneCount: countOf('zones', { min: ZONES_MIN, max: ZONES_MAX }),
  /** Foot first. */
  zones: countedWithin(ZONES_MAX, recordZone),
});

export const recordBodies = { session: ofSession, leg: ofLeg, rightLeg: ofLeg } as const;
type Bodies = typeof recordBodies;

export type RecordOf<Piece extends RecordPiece> = {
  readonly piece: Piece;
  readonly number: number;
} & ValueOf<Bodies[Piece]>;
export type RecordFrame = { readonly [Piece in RecordPiece]: RecordOf<Piece> }[RecordPiece];

const bodyOf = ({ piece }: { readonly piece: RecordPiece }): Layout<object> => recordBodies[piece];

/** Throws RangeError for a value that cannot be sent. */
export const encodeRecord = (frame: RecordFrame): Uint8Array<ArrayBuffer> =>
  encodeHeaded(recordHead, bodyOf(frame), frame);

/** @param mayBeLonger as in `decodeFrame` */
export const decodeRecord = (bytes: Uint8Array, mayBeLonger = false): Decoded<RecordFrame> =>
  decodeHeaded(recordHead, bodyOf, bytes, mayBeLonger) as Decoded<RecordFrame>;
