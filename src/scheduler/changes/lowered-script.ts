/** A script lowered to the settings wanted now. Nothing in it rises: an increase waits for a new cycle. */

import type { Keyframe } from '../../../firmware-protocol/keyframe.ts';
import { type Milliseconds, type Mmhg, milliseconds, mmhg } from '../../../firmware-protocol/quantities.ts';
import { composeCycle, highestTargets } from '../../timeline/cycle/compose.ts';
import { type Lowering, loweredRemainder } from '../../timeline/lowered-remainder.ts';
import { cycleAt, type Script, type ScriptCycle } from '../../timeline/script.ts';
import { beginsWithRelease } from '../forecast.ts';
import type { Plan } from '../plan.ts';
import { expectedTime } from '../time.ts';
import { keepsReverseGradient, releaseFrom } from './early-release.ts';

export interface Remainder {
  readonly keyframes: readonly Keyframe[];
  /** Playhead time at which the next cycle begins. */
  readonly boundary: Milliseconds;
}

/** Remembers how far each cycle has been lowered, so make a new one for each change. */
export class LoweredScript {
  readonly #lowerings = new Map<number, Lowering>();

  constructor(readonly plan: Plan) {}

  of(cycle: ScriptCycle): Lowering {
    const known = this.#lowerings.get(cycle.index);
    if (known) return known;
    const { wanted, boots, air } = this.plan;
    const { index, intensity } = cycle;
    const fresh = composeCycle(wanted, boots, air.fills, { index, afterPause: beginsWithRelease(cycle) });
    const lowering: Lowering = {
      ratio: Math.min(1, wanted.intensity / intensity),
      prefill: fresh.prefill,
      peaks: cycle.peaks.map((peak, zone) => mmhg(Math.min(peak, fresh.peaks[zone] ?? 0))),
    };
    this.#lowerings.set(index, lowering);
    return lowering;
  }

  isLess(cycles: readonly ScriptCycle[]): boolean {
    return cycles.some((cycle) => {
      const { ratio, peaks } = this.of(cycle);
      return ratio < 1 || cycle.peaks.some((peak, zone) => (peaks[zone] ?? 0) < peak);
    });
  }

  lowersIntensity(cycles: readonly ScriptCycle[]): boolean {
    return cycles.some((cycle) => this.of(cycle).ratio < 1);
  }

  /** 0 without cycles. */
  highestPeak(cycles: readonly ScriptCycle[]): Mmhg {
    return mmhg(Math.max(0, ...cycles.flatMap((cycle) => this.of(cycle).peaks)));
  }

  /**
   * What the boots are to play from `from` on: the lowered script up to `boundary` or, if a reverse gradient would last too long, an early
   * release.
   */
  remainder(from: Milliseconds, boundary: Milliseconds): Remainder {
    const { script, boots } = this.plan;
    const keyframes = loweredRemainder(script, from, boundary, (cycle) => this.of(cycle));
    const cycle = cycleAt(script, from);
    if (!cycle) return { keyframes, boundary };
    const { waits } = expectedTime(this.plan, cycle);
    if (!keepsReverseGradient(keyframes, boundary, cycle, waits, boots.parts.length))
      return { keyframes, boundary };
    const { peaks } = this.of(cycle);
    const inForce = keyframes[0]?.targets ?? [];
    return releaseFrom(from, inForce, (zone) => peaks[zone] === 0, cycle) ?? { keyframes, boundary };
  }

  script(from: Milliseconds, { keyframes, boundary }: Remainder, tail: Script): Script {
    const { script } = this.plan;
    const played = [...script.keyframes.filter(({ at }) => at < from), ...keyframes];
    const kept = script.cycles
      .filter(({ start }) => start < boundary)
      .map((cycle) => (cycle.start + cycle.length > from ? this.#cycle(cycle, boundary, played) : cycle));
    return {
      keyframes: [...played, ...tail.keyframes],
      cycles: [...kept, ...tail.cycles],
      end: tail.end,
    };
  }

  /** @param played all keyframes of the lowered script up to the boundary */
  #cycle(cycle: ScriptCycle, boundary: Milliseconds, played: readonly Keyframe[]): ScriptCycle {
    const { peaks, prefill } = this.of(cycle);
    const { start } = cycle;
    const length = milliseconds(Math.min(cycle.length, boundary - start));
    // A zone that is lowered in proportion, or released early, may peak below what a newly composed cycle would give it.
    const reached = highestTargets(played.filter(({ at }) => at >= start && at < start + length));
    return {
      ...cycle,
      length,
      intensity: mmhg(Math.min(cycle.intensity, this.plan.wanted.intensity)),
      peaks: peaks.map((peak, zone) => mmhg(Math.min(peak, reached[zone] ?? 0))),
      prefill: mmhg(Math.min(prefill, cycle.prefill)),
    };
  }
}

/** The cycles played, wholly or in part, between two playhead times. */
export const cyclesBetween = (
  { cycles }: Script,
  from: Milliseconds,
  to: Milliseconds,
): readonly ScriptCycle[] =>
  cycles.filter(({ start, length }) => start < to && milliseconds(start + length) > from);
