/**
 * Records telemetry for the trace (pressures and targets over time): the last minutes at the full sample rate, and the whole session at a
 * lower rate.
 */

import { type Milliseconds, type Seconds, seconds } from '../../../firmware-protocol/quantities.ts';
import type { Telemetry } from '../../../firmware-protocol/telemetry.ts';
import type { Side } from '../../../firmware-protocol/zones.ts';
import type { Trace } from '../../journal/trace/trace.ts';
import type { TraceSample } from '../../session/view.ts';
import type { TraceSource } from '../../ui/trace/trace-source.ts';
import { joined, samplesOfLeg, thinned } from './earlier-samples.ts';

/** How long samples are kept at full rate, s. */
const FULL_RATE_FOR = 150;
/**
 * Most samples per leg at full rate, apart from some that wait to be removed: those of FULL_RATE_FOR at the shortest sample period, 50 ms.
 * Bounds the memory if the boots' clock stands still.
 */
const MOST_FULL_RATE = FULL_RATE_FOR * 20;
/** Least time between two samples at the lower rate, s. */
const COARSE_PERIOD = 1;
/** Most samples per leg at the lower rate. Bounds the memory if the boots' clock is wrong. */
const MOST_COARSE = 8000;
/** If the boots' clock jumps back by more than this, s, they have rebooted or their clock has wrapped (at 2^32 ms). */
const CLOCK_JUMP = 1;

export interface LegsOfTelemetry {
  readonly sides: readonly Side[];
  readonly zonesPerLeg: number;
  readonly samplePeriod: Milliseconds;
}

export class TraceRecorder implements TraceSource {
  #samples: Record<Side, TraceSample[]> = { left: [], right: [] };
  #whole: Record<Side, TraceSample[]> = { left: [], right: [] };
  #revision = 0;

  get revision(): number {
    return this.#revision;
  }

  add(telemetry: Telemetry, { sides, zonesPerLeg, samplePeriod }: LegsOfTelemetry): void {
    telemetry.samples.forEach((sample, i) => {
      const at = seconds((telemetry.clock + i * samplePeriod) / 1000);
      sides.forEach((side, leg) => {
        const from = leg * zonesPerLeg;
        this.#keep({
          at,
          side,
          pressures: sample.pressures.slice(from, from + zonesPerLeg),
          targets: telemetry.targets.slice(from, from + zonesPerLeg),
        });
      });
    });
    this.#revision++;
  }

  clear(): void {
    this.#samples = { left: [], right: [] };
    this.begin();
  }

  /** Call when a session begins: clears the trace of the whole session. The last minutes at the full rate stay. */
  begin(): void {
    this.#whole = { left: [], right: [] };
    this.#revision++;
  }

  /**
   * Adds, before the first sample of each leg, what an earlier page recorded of this session.
   * @param began when `earlier` begins, by the boots' clock
   */
  precede(earlier: Trace, began: Seconds): void {
    for (const side of ['left', 'right'] as const) {
      const samples = samplesOfLeg(earlier, side, began);
      this.#samples[side] = joined(samples, this.#samples[side]);
      this.#whole[side] = joined(thinned(samples, COARSE_PERIOD), this.#whole[side]);
    }
    this.#revision++;
  }

  newest(side: Side): Seconds | null {
    return this.#samples[side].at(-1)?.at ?? null;
  }

  whole(side: Side): readonly TraceSample[] {
    return this.#whole[side];
  }

  last(side: Side, window: Seconds): readonly TraceSample[] {
    const samples = this.#samples[side];
    const newest = samples.at(-1)?.at ?? 0;
    const first = samples.findIndex(({ at }) => at >= newest - window);
    return first < 0 ? [] : samples.slice(first);
  }

  #keep(sample: TraceSample): void {
    const samples = this.#samples[sample.side];
    const newest = samples.at(-1)?.at ?? Number.NEGATIVE_INFINITY;
    if (sample.at < newest - CLOCK_JUMP) samples.length = 0;
    samples.push(sample);
    this.#keepCoarsely(sample);
    const past = samples.findIndex(({ at }) => at >= sample.at - FULL_RATE_FOR);
    const old = Math.max(past, samples.length - MOST_FULL_RATE);
    // Removes old samples in batches, so that not every sample moves the whole array.
    if (old > 100) samples.splice(0, old);
  }

  /**
   * Adds a sample if COARSE_PERIOD has passed since the last one. After the boots' clock has jumped back, as at a reboot, which ends the
   * session, leaves out samples.
   */
  #keepCoarsely(sample: TraceSample): void {
    const whole = this.#whole[sample.side];
    const last = whole.at(-1)?.at ?? Number.NEGATIVE_INFINITY;
    if (sample.at - last >= COARSE_PERIOD && whole.length < MOST_COARSE) whole.push(sample);
  }
}
