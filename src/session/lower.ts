/**
 * Less comes at once: a ceiling where the intensity is lowered, then the rest of the cycle said again lower. What becomes more
 * at the same time comes with the next cycle.
 */

import { type Milliseconds, type Mmhg, milliseconds, mmhg } from '../../firmware-protocol/quantities.ts';
import { composeCycle } from '../timeline/compose.ts';
import { type Lowering, loweredRest } from '../timeline/lower.ts';
import type { Script, ScriptCycle } from '../timeline/script.ts';
import { isFresh } from './expected.ts';
import type { BootsFacts, Running, SessionState } from './state.ts';

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

  /** A cycle of which what is left is lowered. */
  cycle(cycle: ScriptCycle): ScriptCycle {
    const { peaks, mould } = this.of(cycle);
    const intensity = mmhg(Math.min(cycle.intensity, this.state.settings.intensity));
    return { ...cycle, intensity, peaks, mould: mmhg(Math.min(mould, cycle.mould)) };
  }

  /** The script with everything from `from` to `boundary` lowered, and `tail` from there on. */
  script(plan: Script, from: Milliseconds, boundary: Milliseconds, tail: Script): Script {
    const rest = loweredRest(plan, from, boundary, (cycle) => this.of(cycle));
    const kept = plan.cycles
      .filter(({ start }) => start < boundary)
      .map((cycle) => (cycle.start + cycle.length > from ? this.cycle(cycle) : cycle));
    return {
      keyframes: [...plan.keyframes.filter(({ at }) => at < from), ...rest, ...tail.keyframes],
      cycles: [...kept, ...tail.cycles],
      end: tail.end,
    };
  }
}

/** The cycles that are played between two playhead times. */
export const between = ({ cycles }: Script, from: Milliseconds, to: Milliseconds): readonly ScriptCycle[] =>
  cycles.filter(({ start, length }) => start < to && milliseconds(start + length) > from);
