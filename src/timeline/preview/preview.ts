/** The preview of a program: what a drawing of it shows, and where in the drawing a session is. */

import type { Milliseconds, Mmhg, Seconds } from '../../../firmware-protocol/quantities.ts';
import type { BodyPart, Side } from '../../../firmware-protocol/zones.ts';
import type { Adaptation } from '../cycle/adaptation.ts';
import { GATE_TOLERANCE } from '../gate-tolerance.ts';

export interface PreviewPoint {
  /** Wall time since the beginning of the drawing; in a `ZoneRecording`, of the cycle. */
  readonly at: Seconds;
  readonly pressure: Mmhg;
}

export interface PreviewBand {
  readonly side: Side;
  readonly part: BodyPart;
  /** Whether no turn squeezes the zone. */
  readonly off: boolean;
  /** Highest target; 0 if the zone is off. */
  readonly peak: Mmhg;
  /** The zone's targets. Each point holds until the next. */
  readonly asked: readonly PreviewPoint[];
  /** Expected pressure, with straight lines from point to point. */
  readonly expected: readonly PreviewPoint[];
}

export interface PreviewMark {
  /** Playhead time since the cycle began. */
  readonly playhead: Milliseconds;
  /** Wall time since the cycle began. */
  readonly at: Seconds;
  /** Predicted wait at the gate of the keyframe; 0 without a gate. */
  readonly wait: Seconds;
}

/** One cycle of the drawing. There are several if legs or sections take turns. */
export interface PreviewTurn {
  /** Wall time since the beginning of the drawing. */
  readonly start: Seconds;
  readonly lasts: Seconds;
  /** How many cycles take this turn before the turns repeat. */
  readonly repeats: number;
  /** The legs whose turn it is, left first. */
  readonly sides: readonly Side[];
  /** The parts that get more than the prefill in any leg, foot first. */
  readonly parts: readonly BodyPart[];
  /** At least one, the first at 0. */
  readonly marks: readonly PreviewMark[];
}

export interface PreviewCycle {
  /** Wall time since the session began. */
  readonly start: Seconds;
  readonly lasts: Seconds;
  /** Length of the prefill (zones fill to a low pressure) at the beginning of the cycle; 0 = none. */
  readonly prefill: Seconds;
  /** From the release of all zones to the end of the cycle. */
  readonly rest: Seconds;
  readonly peak: Mmhg;
}

export interface Preview {
  /** Foot to hip, the left leg first. Both legs of a pair are listed even if they do the same. */
  readonly bands: readonly PreviewBand[];
  readonly alike: boolean;
  /** Drawn side by side. Each is a cycle after the warm-up. */
  readonly turns: readonly PreviewTurn[];
  /** For each cycle of a round, its index in `turns`. A session repeats the round. */
  readonly order: readonly number[];
  /**
   * The highest pressure at which zones wait for their step, in any turn. On boots that hold one zone at a time: the lowest target that
   * squeezes.
   */
  readonly prefill: Mmhg;
  /** Wall time of all `turns`, each once. */
  readonly cycleTime: Seconds;
  readonly cycles: readonly PreviewCycle[];
  /** Wall time of the session, the first prefill included. */
  readonly lasts: Seconds;
  /** Highest pressure expected in the session. */
  readonly peak: Mmhg;
  /** Dose of the zone that gets most: ∫(p − 30)⁺ dt over the session, mmHg·min. */
  readonly dose: number;
  /** The part of the leg with that dose; null if no zone gets any. */
  readonly dosed: BodyPart | null;
  readonly adaptations: readonly Adaptation[];
}

/** The preview without the figures of the whole session. */
export type DrawnCycle = Omit<Preview, 'cycles' | 'lasts' | 'peak' | 'dose' | 'dosed'>;

/**
 * Where in the drawing a session is, s since the beginning of the drawing. While the boots wait at a gate, this stays where the wait begins
 * in the drawing. Afterwards it goes on from where the wait ends in the drawing, however long the boots waited.
 * @param inCycle playhead time since the cycle began
 * @param cycle index within the session, from 0
 */
export function nowIn({ turns, order }: Preview, inCycle: Seconds, cycle = 0): number {
  const turn = turns[order[cycle % Math.max(1, order.length)] ?? 0];
  if (turn === undefined) return 0;
  let now = 0;
  for (const { playhead, at, wait } of turn.marks) {
    const past = inCycle - playhead / 1000;
    if (past < 0) break;
    const isShut = wait > 0 && past <= GATE_TOLERANCE / 1000;
    now = isShut ? at : at + wait + past;
  }
  return turn.start + Math.min(turn.lasts, now);
}
