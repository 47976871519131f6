/**
 * What two boots measure, as one stream. A packet of one waits a little for the samples of the other that were taken at the same
 * time; where those do not come, that leg is not known, which is not zero.
 */

import { nextCounter } from '../../../../firmware-protocol/frame.ts';
import type { Target } from '../../../../firmware-protocol/keyframe.ts';
import { type Milliseconds, milliseconds } from '../../../../firmware-protocol/quantities.ts';
import type { Sample, Telemetry } from '../../../../firmware-protocol/telemetry.ts';
import type { Side } from '../../../../firmware-protocol/zones.ts';

interface Taken {
  /** Controller's time, ms. */
  readonly at: number;
  readonly sample: Sample;
  readonly packet: Telemetry;
}

/** Of one moment; null = that leg is not known. */
interface Both {
  readonly at: number;
  readonly left: Taken | null;
  readonly right: Taken | null;
}

interface Waiting {
  readonly side: Side;
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
    if (side === this.#leader) this.#waiting.push({ side, since: now, samples });
    return this.ready(now);
  }

  /** What can be told by now: complete, or late enough. */
  ready(now: number): readonly Telemetry[] {
    const told: Telemetry[] = [];
    for (let next = this.#waiting[0]; next; next = this.#waiting[0]) {
      const last = next.samples.at(-1)?.at ?? 0;
      const heard = this.#heard[otherOf(next.side)].at(-1)?.at ?? Number.NEGATIVE_INFINITY;
      const known = heard >= last - this.period / 2;
      if (!known && now - next.since < PATIENCE) break;
      this.#waiting.shift();
      told.push(...this.#tell(next.side, next.samples));
    }
    return told;
  }

  /** The left leg sets the beat, while it is heard. */
  #lead(side: Side, now: number): void {
    const silent = now - (this.#heard[this.#leader].at(-1)?.at ?? Number.NEGATIVE_INFINITY) > SILENT;
    if (side !== this.#leader && (side === 'left' || silent)) this.#leader = side;
  }

  #tell(side: Side, samples: readonly Taken[]): readonly Telemetry[] {
    const runs: { readonly first: Both; readonly samples: Sample[] }[] = [];
    for (const mine of samples) {
      if (mine.at <= this.#toldTo) continue;
      this.#toldTo = mine.at;
      const other = this.#nearest(otherOf(side), mine.at);
      const both: Both =
        side === 'left'
          ? { at: mine.at, left: mine, right: other }
          : { at: mine.at, left: other, right: mine };
      const run = runs.at(-1);
      // A packet tells one list of targets.
      if (run && isAlike(run.first.left, both.left) && isAlike(run.first.right, both.right)) {
        run.samples.push(this.#sample(both));
      } else {
        runs.push({ first: both, samples: [this.#sample(both)] });
      }
    }
    return runs.map((run) => this.#packet(run.first, run.samples));
  }

  #nearest(side: Side, at: number): Taken | null {
    const near = this.#heard[side].filter((taken) => Math.abs(taken.at - at) <= this.period);
    return near.reduce<Taken | null>(
      (best, taken) => (best && Math.abs(best.at - at) <= Math.abs(taken.at - at) ? best : taken),
      null,
    );
  }

  #sample({ left, right }: Both): Sample {
    const unknown: Sample = {
      pressures: Array.from({ length: this.zones }, () => null),
      valves: Array.from({ length: this.zones }, () => ({ fill: false, vent: false })),
    };
    const [l, r] = [left?.sample ?? unknown, right?.sample ?? unknown];
    return { pressures: [...l.pressures, ...r.pressures], valves: [...l.valves, ...r.valves] };
  }

  #packet({ at, left, right }: Both, samples: readonly Sample[]): Telemetry {
    this.#counter = nextCounter(this.#counter);
    return {
      counter: this.#counter,
      clock: milliseconds(Math.max(0, Math.round(at))),
      pump: Math.max(left?.packet.pump ?? 0, right?.packet.pump ?? 0),
      targets: [...this.#targets('left', left), ...this.#targets('right', right)],
      samples,
    };
  }

  /** What the leg was asked for then, or last. */
  #targets(side: Side, taken: Taken | null): readonly Target[] {
    const { packet } = taken ?? this.#heard[side].at(-1) ?? {};
    return packet?.targets ?? Array.from({ length: this.zones }, (): Target => 'vent');
  }
}

const otherOf = (side: Side): Side => (side === 'left' ? 'right' : 'left');

const isAlike = (one: Taken | null, other: Taken | null): boolean =>
  one?.packet.targets === other?.packet.targets;
