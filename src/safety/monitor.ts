/**
 * Watches the pressures of one leg against the default column of the limits and reports every breach, once, when it begins.
 * Fed with measured pressures by the page, with true ones by tests, with predicted ones by the check of a timeline.
 */

import type { Target } from '../../firmware-protocol/keyframe.ts';
import { type LimitName, limits, rules } from '../../firmware-protocol/limits.ts';
import type { Mmhg } from '../../firmware-protocol/quantities.ts';
import type { BodyPart } from '../../firmware-protocol/zones.ts';
import { asPredicted, type Exactness, reverseGradientZone } from './reverse-gradient.ts';
import { ZoneRecord } from './zone-record.ts';

export interface Breach {
  readonly limit: LimitName;
  /** 0 at the foot. */
  readonly zone: number;
  /** When it began to be one, on the clock of the samples, s. */
  readonly at: number;
  /** What was found, in the unit of the limit. */
  readonly value: number;
}

export interface MonitorOptions {
  /** Highest target of this session, mmHg; the default limit if left out. */
  readonly highest?: Mmhg;
  /** Pressures are predicted, not measured: what is near a limit counts as past it. */
  readonly predicted?: boolean;
}

/** A reversal that is gone for less than this goes on, s (PROTOCOL.md 8.1). */
const INTERRUPTION = 1;

export class PressureMonitor {
  readonly breaches: Breach[] = [];
  readonly #records: readonly ZoneRecord[];
  readonly #knee: number;
  readonly #highest: number;
  readonly #exactness: Exactness | undefined;
  readonly #now = new Set<string>();
  #last: number | null = null;
  #reversed = { lasted: 0, gone: 0 };
  /** Zones that were asked for pressure; the others are switched off. */
  readonly #on: boolean[];

  /** @param parts body part of each zone of the leg, foot first */
  constructor(parts: readonly BodyPart[], options: MonitorOptions = {}) {
    this.#records = parts.map(
      () => new ZoneRecord(options.predicted ? asPredicted.squeezed : rules.squeezed),
    );
    this.#on = parts.map(() => false);
    this.#knee = parts.indexOf('knee');
    this.#highest = options.highest ?? limits.target.byDefault;
    this.#exactness = options.predicted ? asPredicted : undefined;
  }

  /**
   * One sample of the leg; 10 to 50 a second where pressures move, fewer where they stand.
   * @param at s, never going down
   * @param pressures mmHg, foot first; null = not known
   * @returns the breaches that began with it
   */
  feed(
    at: number,
    pressures: ArrayLike<number | null>,
    targets: readonly (Target | null)[],
  ): readonly Breach[] {
    const before = this.breaches.length;
    const passed = this.#last === null ? 0 : Math.max(0, at - this.#last);
    this.#last = at;
    this.#records.forEach((record, zone) => {
      const pressure = pressures[zone] ?? null;
      const target = targets[zone] ?? null;
      if (target === null || target === 'seal' || (target !== 'vent' && target > 0)) this.#on[zone] = true;
      record.take(at, passed, pressure, target);
      this.#judge(zone, at, record, target);
    });
    this.#judgeKnee(at, targets);
    this.#judgeReverse(at, passed, pressures);
    return this.breaches.slice(before);
  }

  #judge(zone: number, at: number, record: ZoneRecord, target: Target | null): void {
    const asked = typeof target === 'number' ? target : 0;
    this.#hold('target', zone, at, asked, asked > this.#highest);
    this.#hold('timeAbove30', zone, at, record.above, record.above > limits.timeAbove30.byDefault);
    const share = (100 * record.aboveInWindow) / rules.shareWindow;
    this.#hold('shareAbove30', zone, at, share, share > limits.shareAbove30.byDefault);
    this.#hold('rise', zone, at, record.rise, record.rise > limits.rise.byDefault);
    this.#hold('overPressure', zone, at, record.over, record.overFor > rules.overPressureBleed);
    this.#hold('independent', zone, at, record.pressure, record.extremeFor >= rules.independentTime);
  }

  /** Judged on what is asked for: the knee against the highest its distal neighbour was asked for since it was empty. */
  #judgeKnee(at: number, targets: readonly (Target | null)[]): void {
    const knee = targets[this.#knee];
    const distal = this.#records[this.#knee - 1];
    if (typeof knee !== 'number' || distal === undefined) return;
    const allowed = Math.min(distal.peakTarget, limits.knee.byDefault);
    // A mould asks both at once; at rest nothing is squeezed.
    this.#hold('knee', this.#knee, at, knee, knee > allowed && knee > rules.sealedReleased);
  }

  #judgeReverse(at: number, passed: number, pressures: ArrayLike<number | null>): void {
    const zone = reverseGradientZone(pressures, (own) => this.#on[own] === true, this.#exactness);
    const { lasted, gone } = this.#reversed;
    if (zone !== null) this.#reversed = { lasted: lasted + passed, gone: 0 };
    else this.#reversed = { lasted: gone + passed >= INTERRUPTION ? 0 : lasted, gone: gone + passed };
    const now = zone === null ? 0 : this.#reversed.lasted;
    this.#hold('reverseGradient', zone ?? 0, at, now, now > limits.reverseGradient.byDefault);
  }

  /** Reports a breach when it begins; it may be reported again once it has ended. */
  #hold(limit: LimitName, zone: number, at: number, value: number, breached: boolean): void {
    if (!breached && this.#now.size === 0) return;
    const key = limit === 'reverseGradient' ? limit : `${limit} ${zone}`;
    if (!breached) {
      this.#now.delete(key);
    } else if (!this.#now.has(key)) {
      this.#now.add(key);
      this.breaches.push({ limit, zone, at, value });
    }
  }
}
