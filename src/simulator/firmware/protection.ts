/**
 * Runs the watches, each of which looks for one kind of fault (PROTOCOL.md 7, 8). Reports the gravest fault of a step,
 * or another fault that explains the gravest one.
 */

import { Emptying } from './watches/emptying.ts';
import { FillEffort } from './watches/fill-effort.ts';
import { GaugeCheck } from './watches/gauge-check.ts';
import { HoldLoss } from './watches/hold-loss.ts';
import { IndependentOverPressure } from './watches/independent-over-pressure.ts';
import { Leak } from './watches/leak.ts';
import { OverPressure } from './watches/over-pressure.ts';
import { PairDifference } from './watches/pair-difference.ts';
import { PUMP_LIKE_FAULTS, PumpDiagnosis } from './watches/pump-diagnosis.ts';
import { ReverseGradient } from './watches/reverse-gradient.ts';
import { SensorFault } from './watches/sensor-fault.ts';
import { ShareAbove30 } from './watches/share-above-30.ts';
import { StrayAir } from './watches/stray/stray-air.ts';
import { TimeAbove30 } from './watches/time-above-30.ts';
import { UnfilledAir } from './watches/unfilled-air.ts';
import type { Scene, Trip, Watch } from './watches/watch.ts';

export class Protection {
  readonly #leak: Leak;
  readonly #pump: PumpDiagnosis;
  readonly #stray: StrayAir;
  readonly #loss: HoldLoss;
  readonly #watches: readonly Watch[];

  constructor(zones: number, zonesPerLeg: number) {
    this.#leak = new Leak(zones);
    const unfilled = new UnfilledAir(zones);
    this.#pump = new PumpDiagnosis(zones, unfilled);
    this.#stray = new StrayAir(zones);
    this.#loss = new HoldLoss(zones);
    this.#watches = [
      new Emptying(zones, 'notEmptying'),
      new IndependentOverPressure(zones),
      new Emptying(zones, 'sensor'),
      new SensorFault(zones),
      new GaugeCheck(zones),
      new OverPressure(zones),
      this.#stray,
      new TimeAbove30(zones),
      new ShareAbove30(zones),
      new ReverseGradient(zones, zonesPerLeg),
      this.#leak,
      this.#loss,
      unfilled,
      new FillEffort(zones),
      new PairDifference(zones),
    ];
  }

  /** A zone with a slow leak, for which the boots only warn; null = none in this session. */
  get leaking(): number | null {
    return this.#leak.warnedZone ?? this.#loss.warnedZone;
  }

  begin(): void {
    this.#pump.begin();
    for (const watch of this.#watches) watch.begin();
  }

  /**
   * @param dt s
   * @param latched faults that are latched already; their kinds are not reported again
   * @returns the gravest fault of this step, or the fault that explains it; null = none
   */
  step(scene: Scene, dt: number, latched: readonly Trip[]): Trip | null {
    let gravest: Trip | null = null;
    for (const watch of this.#watches) {
      const trip = watch.step(scene, dt);
      if (trip && !gravest && !isKnown(trip, latched)) gravest = trip;
    }
    const pump = this.#pump.step(scene, dt);
    if (pump && !isKnown(pump, latched)) gravest ??= pump;
    return gravest && this.explain(causeOf(gravest, scene));
  }

  /**
   * Returns the fault that explains `trip`: a fill valve that does not close, the pump, or a leak. If none of them
   * does, returns `trip`.
   */
  explain(trip: Trip): Trip {
    if (!PUMP_LIKE_FAULTS.has(trip.fault)) return trip;
    const stray = this.#stray.suspectZone;
    if (stray !== null) return { fault: 'fillValve', zone: stray };
    const named = this.#pump.explain(trip);
    const leakingZone = named.fault === 'pump' ? this.#loss.suspectZone : null;
    return leakingZone === null ? named : { fault: 'leak', zone: leakingZone };
  }
}

/**
 * If a gate waits for a zone, that zone is the cause of a reverse gradient: until it arrives, the other zones stay at
 * their pressures.
 */
const causeOf = (trip: Trip, { awaited }: Scene): Trip =>
  trip.fault === 'reverseGradient' && awaited !== null ? { fault: 'gate', zone: awaited } : trip;

const isKnown = (trip: Trip, latched: readonly Trip[]): boolean =>
  latched.some(({ fault }) => fault === trip.fault);
