/** A session record of the boots, put together from its pieces (PROTOCOL.md 6.2). */

import type { Fault } from '../../../firmware-protocol/fault-codes.ts';
import type { Seconds } from '../../../firmware-protocol/quantities.ts';
import type { RecordFrame, RecordOf, ZoneRecord } from '../../../firmware-protocol/record.ts';
import type { EndReason } from '../../../firmware-protocol/status.ts';

export interface SessionRecord {
  /** The boots' number for the session; of a pair, the left boot's, or the right boot's if only that has a record. */
  readonly number: number;
  readonly bootCount: number;
  /** When the session began, by the calendar of the page that prepared it, s since 1970; 0 = that page told the boots no date. */
  readonly began: number;
  /** Wall time; null = not known. */
  readonly lasted: Seconds | null;
  readonly endReason: EndReason;
  /** The fault that ended the session; null = none. `zone`: numbered as in a status; null = no zone in particular. */
  readonly fault: { readonly fault: Fault; readonly zone: number | null } | null;
  readonly program: string;
  /** The zones of the left leg from foot to hip, then those of the right; of a single boot, those of its leg. */
  readonly zones: readonly ZoneRecord[];
}

const isPiece =
  <Piece extends RecordFrame['piece']>(piece: Piece) =>
  (frame: RecordFrame): frame is Extract<RecordFrame, RecordOf<Piece>> =>
    frame.piece === piece;

/** The records whose pieces have all arrived, in the order of the frames. @param hub whether a record has a piece for each of two legs */
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
