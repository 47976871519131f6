/**
 * Merges the telemetry of two boots into one stream. One boot's packet waits a short time for the samples that the other
 * boot took at the same time; if those do not come, the other leg's pressures are null (unknown).
 */

import type { Target } from '../../../../firmware-protocol/keyframe.ts';
import { nextCounter } from '../../../../firmware-protocol/layout/frame.ts';
import { type Milliseconds, milliseconds } from '../../../../firmware-protocol/quantities.ts';
import type { Sample, Telemetry } from '../../../../firmware-protocol/telemetry.ts';
import type { Side } from '../../../../firmware-protocol/zones.ts';

interface TimedSample {
  /** By this page's clock, ms. */
  readonly at: number;
  readonly sample: Sample;
  readonly packet: Telemetry;
}

/** The samples of both legs at one moment; null = unknown. */
interface LegSamples {
  /** By this page's clock, ms. */
  readonly at: number;
  readonly left: TimedSample | null;
  readonly right: TimedSample | null;
}

interface Waiting {
  readonly side: Side;
  /** By this page's clock, ms. */
  readonly since: number;
  readonly samples: readonly TimedSample[];
}

/** Longest time that a packet waits for the other leg, ms. Boots send a packet at least every 500 ms (PROTOCOL.md TEL-3). */
const WAIT_FOR_OTHER_LEG = 600;
/** How long samples are kept to be matched with later ones, ms. */
const KEPT_TIME = 2000;
/** If the reference leg has sent nothing for longer than this, ms, the other leg becomes the reference leg with its next packet. */
const REFERENCE_SILENT_AFTER = 1000;

export class TelemetryMerge {
  readonly #heard: Record<Side, TimedSample[]> = { left: [], right: [] };
  #waiting: Waiting[] = [];
  #counter = 0;
  /** When the last sample passed on was taken, by this page's clock, ms. */
  #passedOnUntil = Number.NEGATIVE_INFINITY;
  #referenceLeg: Side = 'left';

  constructor(
    /** Zones per leg. */
    readonly zones: number,
    readonly period: Milliseconds,
  ) {}

  /**
   * @param at when the packet's first sample was taken, by this page's clock, ms
   * @returns the packets ready to pass on
   */
  hear(side: Side, packet: Telemetry, at: number, now: number): readonly Telemetry[] {
    const samples = packet.samples.map((sample, i) => ({ at: at + i * this.period, sample, packet }));
    this.#heard[side] = [...this.#heard[side].filter((old) => old.at > now - KEPT_TIME), ...samples];
    this.#chooseReferenceLeg(side, now);
    if (side === this.#referenceLeg) this.#waiting.push({ side, since: now, samples });
    return this.ready(now);
  }

  ready(now: number): readonly Telemetry[] {
    const packets: Telemetry[] = [];
    for (let next = this.#waiting[0]; next; next = this.#waiting[0]) {
      const last = next.samples.at(-1)?.at ?? 0;
      const heard = this.#heard[otherOf(next.side)].at(-1)?.at ?? Number.NEGATIVE_INFINITY;
      const known = heard >= last - this.period / 2;
      if (!known && now - next.since < WAIT_FOR_OTHER_LEG) break;
      this.#waiting.shift();
      packets.push(...this.#passOn(next.side, next.samples));
    }
    return packets;
  }

  /**
   * The reference leg's packets decide when merged packets are passed on. The left leg is the reference leg as long as it
   * sends packets.
   */
  #chooseReferenceLeg(side: Side, now: number): void {
    const silent =
      now - (this.#heard[this.#referenceLeg].at(-1)?.at ?? Number.NEGATIVE_INFINITY) > REFERENCE_SILENT_AFTER;
    if (side !== this.#referenceLeg && (side === 'left' || silent)) this.#referenceLeg = side;
  }

  #passOn(side: Side, samples: readonly TimedSample[]): readonly Telemetry[] {
    const runs: { readonly first: LegSamples; readonly samples: Sample[] }[] = [];
    for (const mine of samples) {
      if (mine.at <= this.#passedOnUntil) continue;
      this.#passedOnUntil = mine.at;
      const other = this.#nearest(otherOf(side), mine.at);
      const both: LegSamples =
        side === 'left'
          ? { at: mine.at, left: mine, right: other }
          : { at: mine.at, left: other, right: mine };
      const run = runs.at(-1);
      // A packet has only one list of targets, so samples with other targets need a new packet.
      if (run && isAlike(run.first.left, both.left) && isAlike(run.first.right, both.right)) {
        run.samples.push(this.#sample(both));
      } else {
        runs.push({ first: both, samples: [this.#sample(both)] });
      }
    }
    return runs.map((run) => this.#packet(run.first, run.samples));
  }

  #nearest(side: Side, at: number): TimedSample | null {
    const near = this.#heard[side].filter((taken) => Math.abs(taken.at - at) <= this.period);
    return near.reduce<TimedSample | null>(
      (best, taken) => (best && Math.abs(best.at - at) <= Math.abs(taken.at - at) ? best : taken),
      null,
    );
  }

  #sample({ left, right }: LegSamples): Sample {
    const unknown: Sample = {
      pressures: Array.from({ length: this.zones }, () => null),
      valves: Array.from({ length: this.zones }, () => ({ fill: false, vent: false })),
    };
    const [l, r] = [left?.sample ?? unknown, right?.sample ?? unknown];
    return { pressures: [...l.pressures, ...r.pressures], valves: [...l.valves, ...r.valves] };
  }

  #packet({ at, left, right }: LegSamples, samples: readonly Sample[]): Telemetry {
    this.#counter = nextCounter(this.#counter);
    return {
      counter: this.#counter,
      clock: milliseconds(Math.max(0, Math.round(at))),
      pump: Math.max(left?.packet.pump ?? 0, right?.packet.pump ?? 0),
      targets: [...this.#targets('left', left), ...this.#targets('right', right)],
      samples,
    };
  }

  /** The leg's targets in that sample, or the last that are known; before the first packet, `vent`. */
  #targets(side: Side, taken: TimedSample | null): readonly Target[] {
    const { packet } = taken ?? this.#heard[side].at(-1) ?? {};
    return packet?.targets ?? Array.from({ length: this.zones }, (): Target => 'vent');
  }
}

const otherOf = (side: Side): Side => (side === 'left' ? 'right' : 'left');

const isAlike = (one: TimedSample | null, other: TimedSample | null): boolean =>
  one?.packet.targets === other?.packet.targets;
