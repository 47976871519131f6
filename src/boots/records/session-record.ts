/** The record that boots keep of a session, put together from its pieces (PROTOCOL.md 6.2). */

import type { Fault } from '../../../firmware-protocol/fault-codes.ts';
import type { Seconds } from '../../../firmware-protocol/quantities.ts';
import type { RecordFrame, RecordOf, ZoneRecord } from '../../../firmware-protocol/record.ts';
import type { EndReason } from '../../../firmware-protocol/status.ts';

export interface SessionRecord {
  /** The boots' number of the session; of a pair, that of the left boot. */
  readonly number: number;
  readonly bootCount: number;
  /** When the session began, by the calendar of the page that prepared it, s since 1970; 0 = no page told the boots the date. */
  readonly began: number;
  /** Wall time; null = not known. */
  readonly lasted: Seconds | null;
  readonly endReason: EndReason;
  /** The fault that ended the session; null = none. Its zone is numbered as in a status; null = no zone in particular. */
  readonly fault: { readonly fault: Fault; readonly zone: number | null } | null;
  /** The name of the program, from Prepare. */
  readonly program: string;
  /** The zones from foot to hip of the left leg, then of the right; of a single boot, those of its leg. */
  readonly zones: readonly ZoneRecord[];
}

const isPiece =
  <Piece extends RecordFrame['piece']>(piece: Piece) =>
  (frame: RecordFrame): frame is Extract<RecordFrame, RecordOf<Piece>> =>
    frame.piece === piece;

/** The records of which every piece is there, oldest first. @param hub whether a record has a piece for each of two legs */
export function assembled(frames: readonly RecordFrame[], hub: boolean): readonly SessionRecord[] {
  return frames.filter(isPiece('session')).flatMap((session) => {
    const own = frames.filter(({ number }) => number === session.number);
    const left = own.find(isPiece('leg'));
    const right = own.find(isPiece('rightLeg'));
    if (!left || (hub && !right)) return [];
    const { number, bootCount, began, lasted, endReason, fault, faultZone, program } = session;
    return {
      ...{ number, bootCount, began, lasted, endReason, program },
      fault: fault === 'none' ? null : { fault, zone: faultZone },
      zones: [...left.zones, ...(right?.zones ?? [])],
    };
  });
}
