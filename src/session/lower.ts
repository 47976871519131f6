/**
 * Less comes at once: a ceiling where the intensity is lowered, then the rest of the cycle said again lower. What becomes more
 * at the same time comes with the next cycle.
 */

import type { Keyframe } from '../../firmware-protocol/keyframe.ts';
import { type Milliseconds, type Mmhg, milliseconds, mmhg } from '../../firmware-protocol/quantities.ts';
import type { Status } from '../../firmware-protocol/status.ts';
import { composeCycle, peaksOf } from '../timeline/compose.ts';
import { type Lowering, loweredRest } from '../timeline/lower.ts';
import { cycleAt, type Script, type ScriptCycle } from '../timeline/script.ts';
import { expectationOf, isFresh } from './expected.ts';
import { lettingGo, standsAlone } from './let-go.ts';
import type { BootsFacts, Running, SessionState } from './state.ts';
import { knownFor, playheadNow } from './wall.ts';

/** A lowered cycle begins this far ahead of the playhead: the time a frame may be under way. Longer after one came late. */
export const LOWER_MARGIN: Milliseconds = milliseconds(300);
const LONGER = 4;
const LONGEST_MARGIN: Milliseconds = milliseconds(4800);
export const longer = (margin: Milliseconds): Milliseconds =>
  milliseconds(Math.min(margin * LONGER, LONGEST_MARGIN));

/** Keyframes are this far apart on the wire, or a multiple of it. */
const WIRE_GRID: Milliseconds = milliseconds(10);

/** How the cycles of a script would be lowered to the settings as they are now; remembered for one change. */
export class Less {
  readonly #lowerings = new Map<number, Lowering>();

  constructor(
    readonly state: SessionState,
    readonly boots: BootsFacts,
    readonly running: Running,
  ) {}

  of(cycle: ScriptCycle): Lowering {
    const known = this.#lowerings.get(cycle.index);
    if (known) return known;
    const { settings } = this.state;
    const { index, intensity } = cycle;
    const fresh = composeCycle(settings, this.boots.shape, this.running.fills, {
      index,
      afterPause: isFresh(cycle),
    });
    const lowering: Lowering = {
      ratio: Math.min(1, settings.intensity / intensity),
      mould: fresh.mould,
      peaks: cycle.peaks.map((peak, zone) => mmhg(Math.min(peak, fresh.peaks[zone] ?? 0))),
    };
    this.#lowerings.set(index, lowering);
    return lowering;
  }

  /** Anything of these cycles would be squeezed less. */
  isAny(cycles: readonly ScriptCycle[]): boolean {
    return cycles.some((cycle) => {
      const { ratio, peaks } = this.of(cycle);
      return ratio < 1 || cycle.peaks.some((peak, zone) => (peaks[zone] ?? 0) < peak);
    });
  }

  /** It is the intensity that is lowered. */
  isLighter(cycles: readonly ScriptCycle[]): boolean {
    return cycles.some((cycle) => this.of(cycle).ratio < 1);
  }

  /** The highest target that is left in these cycles. */
  highest(cycles: readonly ScriptCycle[]): Mmhg {
    return mmhg(Math.max(0, ...cycles.flatMap((cycle) => this.of(cycle).peaks)));
  }

  /** A cycle of which what is left is lowered. @param played all keyframes as they are now */
  cycle(cycle: ScriptCycle, boundary: Milliseconds, played: readonly Keyframe[]): ScriptCycle {
    const { peaks, mould } = this.of(cycle);
    const { start } = cycle;
    const intensity = mmhg(Math.min(cycle.intensity, this.state.settings.intensity));
    const length = milliseconds(Math.min(cycle.length, boundary - start));
    // What is lowered by its share, or let go early, may come to less than it would as composed anew.
    const asked = peaksOf(played.filter(({ at }) => at >= start && at < start + length));
    return {
      ...cycle,
      length,
      intensity,
      peaks: peaks.map((peak, zone) => mmhg(Math.min(peak, asked[zone] ?? 0))),
      mould: mmhg(Math.min(mould, cycle.mould)),
    };
  }

  /** What is to be played from `from` on: the cycle lowered to its end at `boundary`, or let go before that. */
  rest(plan: Script, from: Milliseconds, boundary: Milliseconds): Rest {
    const keyframes = loweredRest(plan, from, boundary, (cycle) => this.of(cycle));
    const cycle = cycleAt(plan, from);
    const zones = this.boots.shape.parts.length;
    if (!cycle) return { keyframes, boundary };
    const { waits } = expectationOf(cycle, this.boots.shape, knownFor(this.running, cycle));
    if (!standsAlone(keyframes, boundary, cycle, waits, zones)) return { keyframes, boundary };
    const { peaks } = this.of(cycle);
    const inForce = keyframes[0]?.targets ?? [];
    return lettingGo(from, inForce, (zone) => peaks[zone] === 0, cycle) ?? { keyframes, boundary };
  }

  /** The script with this from `from` on, and `tail` after it. */
  script(plan: Script, from: Milliseconds, { keyframes, boundary }: Rest, tail: Script): Script {
    const played = [...plan.keyframes.filter(({ at }) => at < from), ...keyframes];
    const kept = plan.cycles
      .filter(({ start }) => start < boundary)
      .map((cycle) => (cycle.start + cycle.length > from ? this.cycle(cycle, boundary, played) : cycle));
    return {
      keyframes: [...played, ...tail.keyframes],
      cycles: [...kept, ...tail.cycles],
      end: tail.end,
    };
  }
}

export interface Rest {
  readonly keyframes: readonly Keyframe[];
  /** Playhead time at which the next cycle begins. */
  readonly boundary: Milliseconds;
}

/** The cycles that are played between two playhead times. */
export const between = ({ cycles }: Script, from: Milliseconds, to: Milliseconds): readonly ScriptCycle[] =>
  cycles.filter(({ start, length }) => start < to && milliseconds(start + length) > from);

/**
 * A gate within the margin may stand for long: it is lowered too. Else on the wire's grid as the cycle has it, so that what
 * follows keeps its times to the millisecond and can be replaced from them.
 */
export function lowerFrom(
  state: SessionState,
  plan: Script,
  status: Status,
  margin: Milliseconds,
): Milliseconds {
  const now = playheadNow(state);
  if (status.operation === 'waiting') return now;
  const start = cycleAt(plan, now)?.start ?? milliseconds(0);
  const into = now + margin - start;
  const from = milliseconds(start + Math.ceil(into / WIRE_GRID) * WIRE_GRID);
  return plan.keyframes.find(({ at, gate }) => gate > 0 && at > now && at < from)?.at ?? from;
}
