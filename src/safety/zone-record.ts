/** What one zone has been through, as far as the limits look back. */

import type { Target } from '../../firmware-protocol/keyframe.ts';
import { limits, rules } from '../../firmware-protocol/limits.ts';
import { Recent } from './recent.ts';

/** Rise is the mean over this, s. */
const RISE_WINDOW = 0.5;
/** Samples nearer than this share a slot of the windows that look back for minutes, s. */
const SLOT = 1;

export class ZoneRecord {
  /** Last known, mmHg. */
  pressure = 0;
  /** Above 30 mmHg since the last full release, s. */
  above = 0;
  /** Mean rise over half a second, mmHg/s; 0 until so much is known. */
  rise = 0;
  /** Above the highest target of the last 5 s and its allowance, mmHg; 0 = not above. */
  over = 0;
  /** For how long it has been so, s. */
  overFor = 0;
  /** For how long it has been above the independent limit, s. */
  extremeFor = 0;
  /** Highest target since the zone was last asked to let go, mmHg. */
  peakTarget = 0;

  #releasedFor = 0;
  #gone = 0;
  #strong = false;
  #asked = 0;
  #letGo = true;
  readonly #minutes = new Recent(rules.shareWindow);
  #slot = { at: Number.NEGATIVE_INFINITY, above: 0 };
  #aboveInWindow = 0;
  readonly #moments = new Recent(RISE_WINDOW);
  readonly #targets = new Recent(rules.overPressureWindow);
  readonly #squeezed: number;

  /** @param squeezed it counts as squeezed above this, mmHg */
  constructor(squeezed: number) {
    this.#squeezed = squeezed;
  }

  /** Of the last 600 s, above 30 mmHg, s. */
  get aboveInWindow(): number {
    return this.#aboveInWindow + this.#slot.above;
  }

  /**
   * @param at s
   * @param passed since the sample before, s
   * @param pressure mmHg; null = not known, which counts as what was known last
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
    const asked = typeof target === 'number' ? target : target === 'seal' ? this.pressure : 0;
    this.#asked = asked;
    this.#targets.keep(at, asked);
    this.#targets.forget(at);
    const letGo = asked <= rules.sealedReleased;
    if (this.#letGo && !letGo) this.peakTarget = 0;
    this.#letGo = letGo;
    this.peakTarget = Math.max(this.peakTarget, asked);
  }

  #takeAbove(at: number, passed: number): void {
    const { pressure } = this;
    const squeezed = pressure > this.#squeezed;
    if (squeezed) this.above += passed;
    if (pressure > rules.strong) this.#strong = true;
    this.#takeReleased(passed);
    if (this.#releasedFor >= (this.#strong ? rules.strongReleaseTime : rules.releaseTime)) {
      this.above = 0;
      this.#strong = false;
    }
    if (at - this.#slot.at >= SLOT) {
      if (this.#slot.above > 0) {
        this.#minutes.add(this.#slot.at, this.#slot.above);
        this.#aboveInWindow += this.#slot.above;
      }
      this.#slot = { at, above: 0 };
      this.#aboveInWindow -= this.#minutes.forget(at);
    }
    if (squeezed) this.#slot.above += passed;
  }

  /** A leg that moves for a moment neither ends a release nor counts as part of it. */
  #takeReleased(passed: number): void {
    const { pressure } = this;
    const released = pressure < rules.released;
    this.#gone = released ? 0 : this.#gone + passed;
    if (released) this.#releasedFor += passed;
    else if (this.#gone >= rules.movementTime || pressure > rules.released + rules.movement)
      this.#releasedFor = 0;
  }

  #takeRise(at: number, passed: number, before: number): void {
    // Across a gap the curve between is not known: it is taken as even.
    if (passed > RISE_WINDOW) {
      this.#moments.clear();
      this.rise = (this.pressure - before) / passed;
    }
    this.#moments.add(at, this.pressure);
    this.#moments.forget(at);
    const since = at - (this.#moments.oldestAt ?? at);
    if (since >= RISE_WINDOW * 0.9) {
      this.rise = (this.pressure - (this.#moments.oldest ?? this.pressure)) / since;
    } else if (passed <= RISE_WINDOW) {
      this.rise = 0;
    }
  }

  #takeOver(passed: number): void {
    this.over = 0;
    if (this.pressure > this.#asked + limits.overPressure.byDefault) {
      const highest = this.#targets.highest ?? Number.POSITIVE_INFINITY;
      this.over = Math.max(0, this.pressure - highest - limits.overPressure.byDefault);
    }
    this.overFor = this.over > 0 ? this.overFor + passed : 0;
    this.extremeFor = this.pressure > limits.independent.byDefault ? this.extremeFor + passed : 0;
  }
}
