/**
 * The page's own guard, beside that of the boots: checks the measured pressures of one leg against the limits (PROTOCOL.md 8). Its
 * tolerances for gauge errors, movement of the leg, late packets, and boots that need time to act are engineering choices (DECISIONS.md
 * 54).
 */

import type { Target } from '../../firmware-protocol/keyframe.ts';
import { type LimitName, limits, rules } from '../../firmware-protocol/limits.ts';
import { type Mmhg, mmhg, type Seconds, seconds } from '../../firmware-protocol/quantities.ts';
import { reverseGradientZone, type Thresholds } from './reverse-gradient.ts';
import { ZoneRecord } from './zone-record.ts';

export interface LiveBreach {
  readonly limit: LimitName;
  /** 0 at the foot. */
  readonly zone: number;
}

/** Gauges deviate from the true pressure by up to this, mmHg. */
export const GAUGE_ERROR = 3;
/**
 * Time beyond each limit that the boots may take to act, s: `over` after the 2 s in which a bleed must end an over-pressure (limit 13),
 * `above30` after the longest time above 30 mmHg (limit 4), `reversal` after 20 s of a reverse gradient (limit 8), `emptying` after 10 s of
 * venting (limit 15).
 */
export const GRACE_TIME = { over: 1, above30: 5, reversal: 2, emptying: 2 } as const;
/**
 * A moving leg adds up to 25 mmHg for less than a second (LIM-3). So only a mean rise over 0.5 s that stays above `rise`, mmHg/s (limit 6),
 * for longer than `lasts`, s, is a breach.
 */
const STEEP_RISE = { rise: limits.rise.hard, lasts: 0.6 } as const;
/** How long the pressure must exceed the limit of the independent channel (limit 14), s. */
const EXTREME_TIME = 0.25;
/** How many readings in a row must exceed it, so that one wrong reading is no breach, however far apart samples are. */
const EXTREME_READINGS = 2;
/** Longest gap between samples, s. In a longer gap a zone may have been released, so timing begins anew. It also does if time goes back. */
export const LONGEST_GAP = 2;

const asGauged: Thresholds = {
  squeezed: rules.squeezed + GAUGE_ERROR,
  step: rules.reverseStep + GAUGE_ERROR,
  tie: GAUGE_ERROR,
};

export class LiveWatch {
  #records: readonly ZoneRecord[] = [];
  #steepFor: number[] = [];
  /** For each zone, how many of its last readings in a row were above the independent channel's limit. */
  #extremeReadings: number[] = [];
  /** How long each zone has been vented without being empty (below 20 mmHg, and 3 for the gauge's error), s. */
  #fullFor: number[] = [];
  #reversed = 0;
  #lastAt: number | null = null;
  /** Whether each zone has been sealed or held above 0 mmHg so far. Otherwise it counts as switched off. */
  readonly #on: boolean[];

  /**
   * @param zones number of zones of the leg
   * @param highest highest target allowed in this session
   * @param longestAbove30 longest time above 30 mmHg; by default 60 s (limit 4)
   * @param independent limit of the boots' independent channel; by default 130 mmHg (limit 14)
   */
  constructor(
    readonly zones: number,
    readonly highest: Mmhg,
    readonly longestAbove30: Seconds = seconds(limits.timeAbove30.byDefault),
    readonly independent: Mmhg = mmhg(limits.independent.byDefault),
  ) {
    this.#on = Array.from({ length: zones }, () => false);
    this.#reset();
  }

  /**
   * @param at time of the sample by the boots' clock, s
   * @param pressures mmHg, foot first; null = not known
   * @param targets in force, foot first
   * @param isSwitchedOn whether the settings leave the zone on; a zone that is switched off supports no other
   * @returns the first limit that is exceeded; null if none is
   */
  feed(
    at: number,
    pressures: readonly (number | null)[],
    targets: readonly Target[],
    isSwitchedOn: (zone: number) => boolean,
  ): LiveBreach | null {
    const passed = this.#lastAt === null ? 0 : at - this.#lastAt;
    if (passed < 0 || passed > LONGEST_GAP) this.#reset();
    const step = this.#lastAt === null ? 0 : passed;
    this.#lastAt = at;
    for (let zone = 0; zone < this.#records.length; zone++) {
      const record = this.#records[zone];
      if (!record) continue;
      const target = targets[zone] ?? 'vent';
      if (target === 'seal' || (target !== 'vent' && target > 0)) this.#on[zone] = true;
      const reading = pressures[zone] ?? null;
      record.take(at, step, reading, target);
      if (reading !== null) {
        const isExtreme = reading > this.independent;
        this.#extremeReadings[zone] = isExtreme ? (this.#extremeReadings[zone] ?? 0) + 1 : 0;
      }
      this.#steepFor[zone] = record.rise > STEEP_RISE.rise ? (this.#steepFor[zone] ?? 0) + step : 0;
      const isFull = target === 'vent' && record.pressure >= rules.empty + GAUGE_ERROR;
      this.#fullFor[zone] = isFull ? (this.#fullFor[zone] ?? 0) + step : 0;
      const limit = this.#brokenBy(zone, record, target);
      if (limit) return { limit, zone };
    }
    return this.#reverse(step, pressures, isSwitchedOn);
  }

  #reset(): void {
    this.#lastAt = null;
    this.#records = Array.from(
      { length: this.zones },
      () => new ZoneRecord(rules.squeezed + GAUGE_ERROR, this.independent),
    );
    this.#steepFor = this.#records.map(() => 0);
    this.#extremeReadings = this.#records.map(() => 0);
    this.#fullFor = this.#records.map(() => 0);
    this.#reversed = 0;
  }

  #brokenBy(zone: number, record: ZoneRecord, target: Target): LimitName | null {
    if (typeof target === 'number' && target > this.highest) return 'target';
    const isExtreme = (this.#extremeReadings[zone] ?? 0) >= EXTREME_READINGS;
    if (isExtreme && record.extremeFor >= EXTREME_TIME) return 'independent';
    // A vented zone has no target to exceed. What limits it is the time in which it must empty.
    if ((this.#fullFor[zone] ?? 0) > limits.emptying.hard + GRACE_TIME.emptying) return 'emptying';
    if (target !== 'vent' && record.overFor > rules.overPressureBleed + GRACE_TIME.over)
      return 'overPressure';
    if (record.timeAbove > this.longestAbove30 + GRACE_TIME.above30) return 'timeAbove30';
    const share = (100 * record.timeAboveInWindow) / rules.shareWindow;
    if (share > limits.shareAbove30.byDefault + 1) return 'shareAbove30';
    return (this.#steepFor[zone] ?? 0) > STEEP_RISE.lasts ? 'rise' : null;
  }

  #reverse(
    step: number,
    pressures: readonly (number | null)[],
    isSwitchedOn: (zone: number) => boolean,
  ): LiveBreach | null {
    const zone = reverseGradientZone(
      pressures,
      (own) => this.#on[own] === true && isSwitchedOn(own),
      asGauged,
    );
    this.#reversed = zone === null ? 0 : this.#reversed + step;
    return zone !== null && this.#reversed > limits.reverseGradient.byDefault + GRACE_TIME.reversal
      ? { limit: 'reverseGradient', zone }
      : null;
  }
}
