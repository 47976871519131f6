/** Keeps the last minutes of telemetry for the trace. */

import { type Milliseconds, type Seconds, seconds } from '../../firmware-protocol/quantities.ts';
import type { Telemetry } from '../../firmware-protocol/telemetry.ts';
import type { Side } from '../../firmware-protocol/zones.ts';
import type { TraceSample } from '../session/view.ts';
import type { TraceSource } from '../ui/trace/trace-source.ts';

/** How much is kept, s. The trace shows two minutes. */
const KEPT = 150;
/** Most samples kept per leg: KEPT at the shortest sample period, 50 ms. Bounds the memory if the boots' clock stands still. */
const MOST = KEPT * 20;
/** A larger step backward is a reboot or a wrap of the boots' clock (at 2^32 ms), s. */
const BACKWARD = 1;

export interface LegsOfTelemetry {
  readonly sides: readonly Side[];
  readonly zonesPerLeg: number;
  readonly samplePeriod: Milliseconds;
}

export class TraceRecorder implements TraceSource {
  #samples: Record<Side, TraceSample[]> = { left: [], right: [] };
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
    this.#revision++;
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
    if (sample.at < newest - BACKWARD) samples.length = 0;
    samples.push(sample);
    const past = samples.findIndex(({ at }) => at >= sample.at - KEPT);
    const old = Math.max(past, samples.length - MOST);
    // In batches, so that not every sample moves the whole array.
    if (old > 100) samples.splice(0, old);
  }
}
