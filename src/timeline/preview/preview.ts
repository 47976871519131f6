/** What a program will do, before it does it: what a drawing shows, and where a session is in it. preview-of.ts works it out. */

import type { Milliseconds, Mmhg, Seconds } from '../../../firmware-protocol/quantities.ts';
import type { BodyPart, Side } from '../../../firmware-protocol/zones.ts';
import type { Adaptation } from '../cycle/adaptation.ts';

export interface PreviewPoint {
  /** Wall time since the drawing begins. */
  readonly at: Seconds;
  readonly pressure: Mmhg;
}

/** One zone over the turns drawn. */
export interface PreviewBand {
  readonly side: Side;
  readonly part: BodyPart;
  /** Switched off, or of a leg that does not take part: it is never squeezed. */
  readonly off: boolean;
  /** Highest target, 0 where it is off. */
  readonly peak: Mmhg;
  /** What it is asked for, as steps: each holds until the next. */
  readonly asked: readonly PreviewPoint[];
  /** The pressure expected, straight from point to point. */
  readonly expected: readonly PreviewPoint[];
}

/** Where a keyframe of a cycle lies in wall time, so that "now" can be found from the playhead and the waits. */
export interface PreviewMark {
  /** Since the cycle began. */
  readonly playhead: Milliseconds;
  /** Since the cycle began. */
  readonly at: Seconds;
  /** Predicted wait at its gate. */
  readonly wait: Seconds;
}

/** One cycle as drawn. Where nothing takes turns there is one. */
export interface PreviewTurn {
  /** Since the drawing begins. */
  readonly start: Seconds;
  readonly lasts: Seconds;
  /** Cycles like this one in a round of all turns. */
  readonly repeats: number;
  /** Legs squeezed, and the parts of them, foot first. */
  readonly sides: readonly Side[];
  readonly parts: readonly BodyPart[];
  /** At least one, the first at 0. */
  readonly marks: readonly PreviewMark[];
}

export interface PreviewCycle {
  /** Since the session began. */
  readonly start: Seconds;
  readonly lasts: Seconds;
  /** Of it the mould, at its beginning. */
  readonly mould: Seconds;
  /** Of it the rest, at its end: from the moment everything has let go. */
  readonly rest: Seconds;
  /** Highest pressure expected. */
  readonly peak: Mmhg;
}

export interface Preview {
  /** Foot to hip of the left leg, then of the right; legs that do alike are both there. */
  readonly bands: readonly PreviewBand[];
  /** Legs do the same: one of them is drawn for both. */
  readonly alike: boolean;
  /** In a row: each a cycle at full strength that follows others. */
  readonly turns: readonly PreviewTurn[];
  /** Which of `turns` the cycles of a session take, from its first; round and round. */
  readonly order: readonly number[];
  /** What waiting zones are kept at. */
  readonly mould: Mmhg;
  /** Of all turns drawn. */
  readonly cycleTime: Seconds;
  /** Every cycle of the session, the first mould included. */
  readonly cycles: readonly PreviewCycle[];
  /** Of the whole session, the first mould included. */
  readonly lasts: Seconds;
  /** Expected highest pressure. */
  readonly peak: Mmhg;
  /** ∫(p − 30)⁺ dt over the session of the zone that gets most, mmHg·min. */
  readonly dose: number;
  /** That zone, of the side listed first; null where none gets any. */
  readonly dosed: BodyPart | null;
  readonly adaptations: readonly Adaptation[];
}

/** A playhead this near to a keyframe with a gate may be standing there, s. */
const STANDING = 0.05;

/**
 * Where a session's position lies in the drawing, s since the drawing begins. A wait longer than predicted stands at the end of its
 * wait; a shorter one jumps on.
 * @param inCycle playhead time since the cycle began, and how long its gates were waited for in all
 * @param cycle counts within the session, from 0: tells whose turn it is
 */
export function nowIn(
  { turns, order }: Preview,
  inCycle: { readonly playhead: Seconds; readonly waited: Seconds },
  cycle = 0,
): number {
  const turn = turns[order[cycle % Math.max(1, order.length)] ?? 0];
  if (turn === undefined) return 0;
  let waits = 0;
  let now = 0;
  for (const { playhead, at, wait } of turn.marks) {
    const past = inCycle.playhead - playhead / 1000;
    if (past < 0) break;
    const waited = past > STANDING ? wait : Math.min(wait, Math.max(0, inCycle.waited - waits));
    now = at + waited + past;
    waits += wait;
  }
  return turn.start + Math.min(turn.lasts, now);
}
