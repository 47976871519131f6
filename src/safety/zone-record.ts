/** Keeps what the limits need to know of one zone's past pressures and targets. */

import type { Target } from '../../firmware-protocol/keyframe.ts';
import { limits, rules } from '../../firmware-protocol/limits.ts';
import { SlidingWindow } from './sliding-window.ts';

/** The rise is averaged over this time, s. */
const RISE_WINDOW = 0.5;
/** Time above 30 mmHg is kept as sums over slots of this length, s, so that ten minutes need few entries. */
const SLOT_LENGTH = 1;

export class ZoneRecord {
  /** Last known pressure, mmHg. */
  pressure = 0;
  /** Time above 30 mmHg since the last full release, s. */
  timeAbove = 0;
  /** Mean rise over the last half second, mmHg/s; 0 until that much is known. */
  rise = 0;
  /**
   * How far the pressure exceeds the limit of over-pressure, which is the highest target of the last 5 s plus 15 mmHg; 0 = not at all,
   * mmHg.
   */
  over = 0;
  /** How long the pressure has exceeded that limit, s. */
  overFor = 0;
  /** How long the pressure has been above the limit of the independent channel, s. */
  extremeFor = 0;
  /** Highest target since the zone was last released, mmHg. */
  peakTarget = 0;

  #releasedFor = 0;
  /** How long the current interruption of a release has lasted, s. */
  #interruptedFor = 0;
  #strong = false;
  #target = 0;
  #released = true;
  readonly #slots = new SlidingWindow(rules.shareWindow);
  #slot = { at: Number.NEGATIVE_INFINITY, above: 0 };
  #aboveInWindow = 0;
  readonly #pressures = new SlidingWindow(RISE_WINDOW);
  readonly #targets = new SlidingWindow(rules.overPressureWindow);
  readonly #squeezed: number;

  /** @param squeezed pressure above which the zone counts as squeezed, mmHg */
  constructor(squeezed: number) {
    this.#squeezed = squeezed;
  }

  /** Time above 30 mmHg in the last 600 s, s. */
  get timeAboveInWindow(): number {
    return this.#aboveInWindow + this.#slot.above;
  }

  /**
   * @param at time of the sample, s
   * @param passed time since the sample before, s
   * @param pressure mmHg; null = not known: the last known one still counts
   * @param target null = not known
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
      this.#slot = { at, above: 0 };
      this.#aboveInWindow -= this.#slots.drop(at);
    }
    if (squeezed) this.#slot.above += passed;
  }

  /** A brief movement of the leg neither ends a release nor counts toward it. */
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
    this.extremeFor = this.pressure > limits.independent.byDefault ? this.extremeFor + passed : 0;
  }
}
