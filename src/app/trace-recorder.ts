/** Records the last minutes of measurements for the page to draw. */

import { type Milliseconds, type Seconds, seconds } from '../../firmware-protocol/quantities.ts';
import type { Telemetry } from '../../firmware-protocol/telemetry.ts';
import type { Side } from '../../firmware-protocol/zones.ts';
import type { TraceSample } from '../session/view.ts';
import type { TraceSource } from '../ui/trace/trace-source.ts';

/** Two minutes are drawn; a little more is kept, s. */
const KEPT = 150;
/** The same in samples at the shortest sample period, 50 ms, so that boots whose clock stands still do not fill the memory. */
const MOST = KEPT * 20;
/** The boots' clock wraps at 2^32 ms; a step backward larger than this is a wrap or a reboot, s. */
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
    // Drops them in blocks, so that not every sample moves the whole array.
    if (old > 100) samples.splice(0, old);
  }
}
