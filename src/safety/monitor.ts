/**
 * Checks the pressures of one leg against the default column of the limits that follow from targets and pressures (PROTOCOL.md 8). The
 * pressures may be predicted, or the true ones of the simulated air.
 */

import type { Target } from '../../firmware-protocol/keyframe.ts';
import { type LimitName, limits, rules } from '../../firmware-protocol/limits.ts';
import type { Mmhg, Seconds } from '../../firmware-protocol/quantities.ts';
import type { BodyPart } from '../../firmware-protocol/zones.ts';
import { asPredicted, reverseGradientZone, type Thresholds } from './reverse-gradient.ts';
import { ZoneRecord } from './zone-record.ts';

export interface Breach {
  readonly limit: LimitName;
  /** 0 at the foot. */
  readonly zone: number;
  /** When the breach began, by the clock of the samples, s. */
  readonly at: number;
  /** The value that broke the limit, in the limit's unit. */
  readonly value: number;
}

export interface MonitorOptions {
  /** Highest target allowed in this session; by default 80 mmHg (limit 1). */
  readonly highest?: Mmhg;
  /** Longest time above 30 mmHg between full releases; by default 60 s (limit 4). */
  readonly longestAbove30?: Seconds;
  /**
   * Whether the pressures are predicted. If so, a zone counts as squeezed, and a gradient as reversed, a few mmHg early (`asPredicted`).
   */
  readonly predicted?: boolean;
}

const none: readonly Breach[] = [];

/** A reverse gradient ends only once it has been interrupted for this long, s (L8-4). */
const SHORTEST_INTERRUPTION = 1;

export class PressureMonitor {
  readonly breaches: Breach[] = [];
  readonly #records: readonly ZoneRecord[];
  readonly #knee: number;
  readonly #highest: number;
  readonly #above30: number;
  readonly #thresholds: Thresholds | undefined;
  readonly #ongoing = new Set<string>();
  #lastAt: number | null = null;
  readonly #reversal = { lasted: 0, interrupted: 0 };
  /** Whether each zone has so far been sealed, been held above 0 mmHg, or had an unknown target. Otherwise it counts as switched off. */
  readonly #on: boolean[];
  readonly #isOn = (zone: number): boolean => this.#on[zone] === true;

  /** @param parts body part of each zone of the leg, foot first */
  constructor(parts: readonly BodyPart[], options: MonitorOptions = {}) {
    this.#records = parts.map(
      () => new ZoneRecord(options.predicted ? asPredicted.squeezed : rules.squeezed),
    );
    this.#on = parts.map(() => false);
    this.#knee = parts.indexOf('knee');
    this.#above30 = options.longestAbove30 ?? limits.timeAbove30.byDefault;
    this.#highest = options.highest ?? limits.target.byDefault;
    this.#thresholds = options.predicted ? asPredicted : undefined;
  }

  /**
   * Takes one sample of the leg.
   * @param at s, never decreasing
   * @param pressures mmHg, foot first; null = not known
   * @param targets in force, foot first; null = not known
   * @returns the breaches that began with this sample
   */
  feed(
    at: number,
    pressures: ArrayLike<number | null>,
    targets: readonly (Target | null)[],
  ): readonly Breach[] {
    const before = this.breaches.length;
    const passed = this.#lastAt === null ? 0 : Math.max(0, at - this.#lastAt);
    this.#lastAt = at;
    for (let zone = 0; zone < this.#records.length; zone++) {
      const record = this.#records[zone];
      if (!record) continue;
      const pressure = pressures[zone] ?? null;
      const target = targets[zone] ?? null;
      if (target === null || target === 'seal' || (target !== 'vent' && target > 0)) this.#on[zone] = true;
      record.take(at, passed, pressure, target);
      this.#check(zone, at, record, target);
    }
    this.#checkKnee(at, targets);
    this.#checkReverse(at, passed, pressures);
    return this.breaches.length === before ? none : this.breaches.slice(before);
  }

  #check(zone: number, at: number, record: ZoneRecord, target: Target | null): void {
    const wanted = typeof target === 'number' ? target : 0;
    this.#note('target', zone, at, wanted, wanted > this.#highest);
    this.#note('timeAbove30', zone, at, record.timeAbove, record.timeAbove > this.#above30);
    const share = (100 * record.timeAboveInWindow) / rules.shareWindow;
    this.#note('shareAbove30', zone, at, share, share > limits.shareAbove30.byDefault);
    this.#note('rise', zone, at, record.rise, record.rise > limits.rise.byDefault);
    this.#note('overPressure', zone, at, record.over, record.overFor > rules.overPressureBleed);
    this.#note('independent', zone, at, record.pressure, record.extremeFor >= rules.independentTime);
  }

  /** The knee's target must exceed neither 80 mmHg nor the highest target of the zone below it since that zone's last release (limit 7). */
  #checkKnee(at: number, targets: readonly (Target | null)[]): void {
    const knee = targets[this.#knee];
    const distal = this.#records[this.#knee - 1];
    if (typeof knee !== 'number' || distal === undefined) return;
    const allowed = Math.min(distal.peakTarget, limits.knee.byDefault);
    // At 7 mmHg or less the knee is not squeezed.
    this.#note('knee', this.#knee, at, knee, knee > allowed && knee > rules.sealedReleased);
  }

  #checkReverse(at: number, passed: number, pressures: ArrayLike<number | null>): void {
    const zone = reverseGradientZone(pressures, this.#isOn, this.#thresholds);
    const reversal = this.#reversal;
    reversal.interrupted = zone === null ? reversal.interrupted + passed : 0;
    if (zone !== null) reversal.lasted += passed;
    else if (reversal.interrupted >= SHORTEST_INTERRUPTION) reversal.lasted = 0;
    const now = zone === null ? 0 : reversal.lasted;
    this.#note('reverseGradient', zone ?? 0, at, now, now > limits.reverseGradient.byDefault);
  }

  /** Reports a breach when it begins, and again only after it has ended. A reverse gradient is one breach, whichever zone it is at. */
  #note(limit: LimitName, zone: number, at: number, value: number, breached: boolean): void {
    if (!breached && this.#ongoing.size === 0) return;
    const key = limit === 'reverseGradient' ? limit : `${limit} ${zone}`;
    if (!breached) {
      this.#ongoing.delete(key);
    } else if (!this.#ongoing.has(key)) {
      this.#ongoing.add(key);
      this.breaches.push({ limit, zone, at, value });
    }
  }
}
