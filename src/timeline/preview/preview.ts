/** What a program will do, as a drawing shows it, and where a session is in that drawing. preview-of.ts computes it. */

import type { Milliseconds, Mmhg, Seconds } from '../../../firmware-protocol/quantities.ts';
import type { BodyPart, Side } from '../../../firmware-protocol/zones.ts';
import type { Adaptation } from '../cycle/adaptation.ts';

export interface PreviewPoint {
  /** Wall time since the beginning of the drawing. */
  readonly at: Seconds;
  readonly pressure: Mmhg;
}

/** One zone during all turns drawn. */
export interface PreviewBand {
  readonly side: Side;
  readonly part: BodyPart;
  /** Never squeezed: switched off, or on a leg that takes no part. */
  readonly off: boolean;
  /** Highest target, 0 where it is off. */
  readonly peak: Mmhg;
  /** Its targets, as steps: each holds until the next. */
  readonly asked: readonly PreviewPoint[];
  /** The pressure expected, with straight lines from point to point. */
  readonly expected: readonly PreviewPoint[];
}

/** A keyframe's place in wall time, from which "now" is found by playhead and waits. */
export interface PreviewMark {
  /** Playhead time since the cycle began. */
  readonly playhead: Milliseconds;
  /** Wall time since the cycle began. */
  readonly at: Seconds;
  /** Predicted at its gate. */
  readonly wait: Seconds;
}

/** One cycle as drawn. There is a single one where nothing takes turns. */
export interface PreviewTurn {
  /** Since the beginning of the drawing. */
  readonly start: Seconds;
  readonly lasts: Seconds;
  /** Cycles like this one in a round of all turns. */
  readonly repeats: number;
  /** Legs that are squeezed, and their parts, foot first. */
  readonly sides: readonly Side[];
  readonly parts: readonly BodyPart[];
  /** At least one, the first at 0. */
  readonly marks: readonly PreviewMark[];
}

export interface PreviewCycle {
  /** Since the session began. */
  readonly start: Seconds;
  readonly lasts: Seconds;
  /** The prefill at its beginning. */
  readonly prefill: Seconds;
  /** The rest at its end, from the moment all zones have been released. */
  readonly rest: Seconds;
  /** Highest pressure expected. */
  readonly peak: Mmhg;
}

export interface Preview {
  /** Foot to hip of the left leg, then of the right; both are listed even if they do the same. */
  readonly bands: readonly PreviewBand[];
  /** Both legs do the same, so one drawing stands for both. */
  readonly alike: boolean;
  /** Side by side: each is a cycle at full strength that follows others. */
  readonly turns: readonly PreviewTurn[];
  /** Which of `turns` each cycle of a session takes, from its first; repeats until the session ends. */
  readonly order: readonly number[];
  /** Waiting zones are kept at this. */
  readonly prefill: Mmhg;
  /** Wall time of all turns drawn. */
  readonly cycleTime: Seconds;
  /** Every cycle of the session. */
  readonly cycles: readonly PreviewCycle[];
  /** Wall time of the whole session, the first prefill included. */
  readonly lasts: Seconds;
  /** Highest pressure expected. */
  readonly peak: Mmhg;
  /** ∫(p − 30)⁺ dt over the session, of the zone that gets most, mmHg·min. */
  readonly dose: number;
  /** That zone; null where no zone gets any. */
  readonly dosed: BodyPart | null;
  readonly adaptations: readonly Adaptation[];
}

/** The drawing alone, without the session it is part of. */
export type DrawnCycle = Omit<Preview, 'cycles' | 'lasts' | 'peak' | 'dose' | 'dosed'>;

/** A playhead within this of a gate's keyframe may be waiting there, s. */
const STANDING = 0.05;

/**
 * Where in the drawing a session is, s since its beginning. During a wait longer than predicted it stands still at the end of the
 * predicted one; after a shorter wait it jumps ahead.
 * @param inCycle playhead time since the cycle began, and the sum of the waits at its gates
 * @param cycle index within the session, from 0: it decides whose turn it is
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
