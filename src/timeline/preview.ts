/** What a program will do, before it does it: made of the same composed cycles and the same predicted air as the session itself. */

import type { Milliseconds, Mmhg, Seconds } from '../../firmware-protocol/quantities.ts';
import type { BodyPart, Side } from '../../firmware-protocol/zones.ts';
import type { Adaptation } from './adaptation.ts';

export interface PreviewPoint {
  /** Wall time since the cycle began. */
  readonly at: Seconds;
  readonly pressure: Mmhg;
}

/** One zone over one cycle. */
export interface PreviewBand {
  readonly side: Side;
  readonly part: BodyPart;
  /** Switched off, or of a leg that does not take part: it stays open. */
  readonly off: boolean;
  /** Highest target, 0 where it is off. */
  readonly peak: Mmhg;
  /** What it is asked for, as steps: each holds until the next. */
  readonly asked: readonly PreviewPoint[];
  /** The pressure expected. */
  readonly expected: readonly PreviewPoint[];
}

/** Where a keyframe of the cycle lies in wall time, so that "now" can be found from the playhead and the waits. */
export interface PreviewMark {
  /** Since the cycle began. */
  readonly playhead: Milliseconds;
  readonly at: Seconds;
  /** Predicted wait at its gate. */
  readonly wait: Seconds;
}

export interface PreviewCycle {
  readonly start: Seconds;
  readonly lasts: Seconds;
  /** Highest target. */
  readonly peak: Mmhg;
}

export interface Preview {
  /** Foot to hip of the left leg, then of the right; legs that do alike are both there. */
  readonly bands: readonly PreviewBand[];
  /** Legs do the same: one of them is drawn for both. */
  readonly alike: boolean;
  readonly marks: readonly PreviewMark[];
  /** Of the cycle drawn: one at full strength that follows others. Where legs or sections take turns, all turns in a row. */
  readonly cycleTime: Seconds;
  /** Every cycle of the session, wall time from its start, the first mould included. */
  readonly cycles: readonly PreviewCycle[];
  /** Of the whole session, the first mould included. */
  readonly lasts: Seconds;
  /** Expected highest pressure. */
  readonly peak: Mmhg;
  /** ∫(p − 30)⁺ dt over the session of the zone that gets most, mmHg·min. */
  readonly dose: number;
  readonly adaptations: readonly Adaptation[];
}
