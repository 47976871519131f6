/** Keeps what the limits (PROTOCOL.md 8) need to know of one zone's past pressures and targets. */

import type { Target } from '../../firmware-protocol/keyframe.ts';
import { limits, rules } from '../../firmware-protocol/limits.ts';
import { SlidingWindow } from './sliding-window.ts';

/** The rise is averaged over this time, s (limit 6). */
const RISE_WINDOW = 0.5;
/** Time above the threshold is kept as sums over slots of this length, s, so that ten minutes need few entries. */
const SLOT_LENGTH = 1;

export class ZoneRecord {
  /** Last known pressure, mmHg. */
  pressure = 0;
  /** Time for which the zone has been squeezed since its last full release, s (limit 4). */
  timeAbove = 0;
  /** Mean rise over the last half second, or over a longer gap in the samples, mmHg/s; 0 until that much is known, negative = falling. */
  rise = 0;
  /**
   * How far the pressure exceeds the over-pressure limit, mmHg: 15 mmHg above the highest target of the last 5 s (limit 13), where a vented
   * zone counts as 0 and a sealed one with its pressure. 0 = not at all.
   */
  over = 0;
  /** How long `over` has been above 0, s. */
  overFor = 0;
  /** How long the pressure has been above the independent channel's limit (limit 14), s. */
  extremeFor = 0;
  /** Highest target since the zone's target last rose above 7 mmHg, mmHg. */
  peakTarget = 0;

  #releasedFor = 0;
  /** How long the pressure has been at or above 10 mmHg, s: an interruption of a release. */
  #interruptedFor = 0;
  #strong = false;
  #target = 0;
  #released = true;
  readonly #slots = new SlidingWindow(rules.shareWindow);
  readonly #slot = { at: Number.NEGATIVE_INFINITY, above: 0 };
  #aboveInWindow = 0;
  readonly #pressures = new SlidingWindow(RISE_WINDOW);
  readonly #targets = new SlidingWindow(rules.overPressureWindow);
  readonly #squeezed: number;
  readonly #independent: number;

  /**
   * @param squeezed pressure above which the zone counts as squeezed, mmHg: lower than 30 for predicted pressures, higher for readings of a
   * gauge
   * @param independent limit of the independent channel, mmHg
   */
  constructor(squeezed: number, independent: number = limits.independent.byDefault) {
    this.#squeezed = squeezed;
    this.#independent = independent;
  }

  /** Time for which the zone was squeezed in the last 600 s, s (limit 5). */
  get timeAboveInWindow(): number {
    return this.#aboveInWindow + this.#slot.above;
  }

  /**
   * @param at time of the sample, s
   * @param passed time since the sample before, s
   * @param pressure mmHg; null = not known: the last known one still counts
   * @param target null = not known: the last known one still counts
   */
  take(at: number, passed: number, pressure: number | null, target: Target | null): void {
    const before = this.pressure;
    if (pressure !== null) this.pressure = pressure;
    this.#takeTarget(at, target);
    this.#takeAbove(at, passed);
    this.#takeRise(at, passed, before);
    this.#takeOver(passed);
  }

  #takeTarget(at: number, target: Target | null): void {
    if (target === null) return;
    const pressure = typeof target === 'number' ? target : target === 'seal' ? this.pressure : 0;
    this.#target = pressure;
    this.#targets.extend(at, pressure);
    this.#targets.drop(at);
    const released = pressure <= rules.sealedReleased;
    if (this.#released && !released) this.peakTarget = 0;
    this.#released = released;
    this.peakTarget = Math.max(this.peakTarget, pressure);
  }

  #takeAbove(at: number, passed: number): void {
    const { pressure } = this;
    const squeezed = pressure > this.#squeezed;
    if (squeezed) this.timeAbove += passed;
    if (pressure > rules.strong) this.#strong = true;
    this.#takeReleased(passed);
    if (this.#releasedFor >= (this.#strong ? rules.strongReleaseTime : rules.releaseTime)) {
      this.timeAbove = 0;
      this.#strong = false;
    }
    if (at - this.#slot.at >= SLOT_LENGTH) {
      if (this.#slot.above > 0) {
        this.#slots.add(this.#slot.at, this.#slot.above);
        this.#aboveInWindow += this.#slot.above;
      }
      this.#slot.at = at;
      this.#slot.above = 0;
      this.#aboveInWindow -= this.#slots.drop(at);
    }
    if (squeezed) this.#slot.above += passed;
  }

  /** A brief movement of the leg (10 to 35 mmHg for less than 1 s) neither ends a release nor counts toward it (L4-4). */
  #takeReleased(passed: number): void {
    const { pressure } = this;
    const released = pressure < rules.released;
    this.#interruptedFor = released ? 0 : this.#interruptedFor + passed;
    if (released) this.#releasedFor += passed;
    else if (this.#interruptedFor >= rules.movementTime || pressure > rules.released + rules.movement)
      this.#releasedFor = 0;
  }

  #takeRise(at: number, passed: number, before: number): void {
    // Across a gap in the samples, the rise is assumed to be even.
    if (passed > RISE_WINDOW) {
      this.#pressures.clear();
      this.rise = (this.pressure - before) / passed;
    }
    this.#pressures.add(at, this.pressure);
    this.#pressures.drop(at);
    const since = at - (this.#pressures.oldestAt ?? at);
    if (since >= RISE_WINDOW * 0.9) {
      this.rise = (this.pressure - (this.#pressures.oldest ?? this.pressure)) / since;
    } else if (passed <= RISE_WINDOW) {
      this.rise = 0;
    }
  }

  #takeOver(passed: number): void {
    this.over = 0;
    if (this.pressure > this.#target + limits.overPressure.byDefault) {
      const highest = this.#targets.highest ?? Number.POSITIVE_INFINITY;
      this.over = Math.max(0, this.pressure - highest - limits.overPressure.byDefault);
    }
    this.overFor = this.over > 0 ? this.overFor + passed : 0;
    this.extremeFor = this.pressure > this.#independent ? this.extremeFor + passed : 0;
  }
}
