/**
 * What two boots measure, as one stream. A packet of one waits a little for the samples of the other that were taken at the same
 * time; where those do not come, that leg is not known, which is not zero.
 */

import { nextCounter } from '../../../firmware-protocol/frame.ts';
import type { Target } from '../../../firmware-protocol/keyframe.ts';
import { type Milliseconds, milliseconds } from '../../../firmware-protocol/quantities.ts';
import type { Sample, Telemetry } from '../../../firmware-protocol/telemetry.ts';
import type { Side } from '../../../firmware-protocol/zones.ts';

interface Taken {
  /** Controller's time, ms. */
  readonly at: number;
  readonly sample: Sample;
  readonly packet: Telemetry;
}

interface Waiting {
  readonly since: number;
  readonly samples: readonly Taken[];
}

/** Packets come 300 ms apart and 500 at most; one that waited this long goes as it is, ms. */
const PATIENCE = 600;
/** Samples are kept for whoever comes later, ms. */
const KEPT = 2000;
/** A leg that was not heard for this long does not set the beat, ms. */
const SILENT = 1000;

export class TelemetryMerge {
  readonly #heard: Record<Side, Taken[]> = { left: [], right: [] };
  #waiting: Waiting[] = [];
  #counter = 0;
  /** Of the last sample told. */
  #toldTo = Number.NEGATIVE_INFINITY;
  #leader: Side = 'left';

  constructor(
    /** Zones a leg. */
    readonly zones: number,
    readonly period: Milliseconds,
  ) {}

  /**
   * @param at controller's time of the packet's first sample, ms
   * @returns what can be told now
   */
  hear(side: Side, packet: Telemetry, at: number, now: number): readonly Telemetry[] {
    const samples = packet.samples.map((sample, i) => ({ at: at + i * this.period, sample, packet }));
    this.#heard[side] = [...this.#heard[side].filter((old) => old.at > now - KEPT), ...samples];
    this.#lead(side, now);
    if (side === this.#leader) this.#waiting.push({ since: now, samples });
    return this.ready(now);
  }

  /** What can be told by now: complete, or late enough. */
  ready(now: number): readonly Telemetry[] {
    const told: Telemetry[] = [];
    for (let next = this.#waiting[0]; next; next = this.#waiting[0]) {
      const last = next.samples.at(-1)?.at ?? 0;
      const known =
        (this.#heard[this.#other].at(-1)?.at ?? Number.NEGATIVE_INFINITY) >= last - this.period / 2;
      if (!known && now - next.since < PATIENCE) break;
      this.#waiting.shift();
      told.push(...this.#tell(next.samples));
    }
    return told;
  }

  get #other(): Side {
    return this.#leader === 'left' ? 'right' : 'left';
  }

  /** The left leg sets the beat, while it is heard. */
  #lead(side: Side, now: number): void {
    const silent = now - (this.#heard[this.#leader].at(-1)?.at ?? Number.NEGATIVE_INFINITY) > SILENT;
    if (side !== this.#leader && (side === 'left' || silent)) this.#leader = side;
  }

  #tell(samples: readonly Taken[]): readonly Telemetry[] {
    const told: Telemetry[] = [];
    let run: { readonly first: Taken; readonly other: Taken | undefined; readonly samples: Sample[] } | null =
      null;
    const flush = (): void => {
      if (run) told.push(this.#packet(run.first, run.other, run.samples));
      run = null;
    };
    for (const mine of samples) {
      if (mine.at <= this.#toldTo) continue;
      this.#toldTo = mine.at;
      const other = this.#at(mine.at);
      // A packet tells one list of targets.
      if (!run || run.other?.packet.targets !== other?.packet.targets) {
        flush();
        run = { first: mine, other, samples: [] };
      }
      run.samples.push(this.#both(mine, other));
    }
    flush();
    return told;
  }

  /** The other leg's sample nearest in time. */
  #at(at: number): Taken | undefined {
    return this.#heard[this.#other].findLast((taken) => Math.abs(taken.at - at) <= this.period);
  }

  #both(mine: Taken, other: Taken | undefined): Sample {
    const unknown: Sample = {
      pressures: Array.from({ length: this.zones }, () => null),
      valves: Array.from({ length: this.zones }, () => ({ fill: false, vent: false })),
    };
    const [left, right] = this.#inOrder(mine.sample, other?.sample ?? unknown);
    return {
      pressures: [...left.pressures, ...right.pressures],
      valves: [...left.valves, ...right.valves],
    };
  }

  #packet(first: Taken, other: Taken | undefined, samples: readonly Sample[]): Telemetry {
    this.#counter = nextCounter(this.#counter);
    const last = this.#heard[this.#other].at(-1)?.packet.targets;
    const unknown = Array.from({ length: this.zones }, (): Target => 'vent');
    const [left, right] = this.#inOrder(first.packet.targets, other?.packet.targets ?? last ?? unknown);
    return {
      counter: this.#counter,
      clock: milliseconds(Math.max(0, Math.round(first.at))),
      pump: Math.max(first.packet.pump, other?.packet.pump ?? 0),
      targets: [...left, ...right],
      samples,
    };
  }

  #inOrder<T>(mine: T, other: T): readonly [T, T] {
    return this.#leader === 'left' ? [mine, other] : [other, mine];
  }
}
