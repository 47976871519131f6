/** Watches the measured pressures of each leg while a program of this page runs or is paused (safety/live-watch.ts says for what). */

import { inSeconds, type Milliseconds, milliseconds } from '../../../firmware-protocol/quantities.ts';
import type { Telemetry } from '../../../firmware-protocol/telemetry.ts';
import type { Side } from '../../../firmware-protocol/zones.ts';
import { highestTargetOf } from '../../program/boots-shape.ts';
import { isOn } from '../../program/zones.ts';
import { type LiveBreach, LiveWatch } from '../../safety/live-watch.ts';
import type { Plan } from '../../scheduler/plan.ts';
import { isPlanned } from '../regions/therapy.ts';
import { type BootsFacts, isStopping, type WithBoots } from '../state.ts';
import { zonesOn } from '../zones-on.ts';

export interface LegBreach extends LiveBreach {
  readonly side: Side;
}

interface LegWatch {
  readonly side: Side;
  /** Number of the leg's first zone in telemetry. */
  readonly first: number;
  readonly watch: LiveWatch;
}

export class PressureGuard {
  #legs: readonly LegWatch[] = [];
  /**
   * Whether the watches are on. They begin once per session, with the limits that held then, because the plan's settings may change
   * during the session.
   */
  #isOn = false;

  /** @returns the first limit found broken; null if none is, or if nothing is watched */
  feed(state: WithBoots, telemetry: Telemetry): LegBreach | null {
    const plan = isPlanned(state.therapy) && !isStopping(state) ? state.therapy.plan : null;
    if (!plan || state.therapy.kind === 'preparing') {
      this.#isOn = false;
      return null;
    }
    if (!this.#isOn) this.#begin(state.boots, plan);
    for (const leg of this.#legs) {
      const found = this.#on(leg, state.boots, plan, telemetry);
      if (found) return { ...found, side: leg.side };
    }
    return null;
  }

  #begin(boots: BootsFacts, { settings }: Plan): void {
    this.#isOn = true;
    const { shape, feature } = boots;
    const highest = highestTargetOf(feature, settings.confirmed);
    this.#legs = shape.sides.map((side) => ({
      side,
      first: zonesOn(boots, side)[0] ?? 0,
      watch: new LiveWatch(shape.parts.length, highest, shape.longestAbove30),
    }));
  }

  #on(
    { side, first, watch }: LegWatch,
    boots: BootsFacts,
    { settings }: Plan,
    { clock, samples, targets }: Telemetry,
  ): LiveBreach | null {
    const { parts } = boots.shape;
    const last = first + parts.length;
    const own = targets.slice(first, last);
    let index = 0;
    for (const { pressures } of samples) {
      const at = inSeconds(timeOf(clock, index++, boots.feature.samplePeriod));
      const measured = pressures.slice(first, last);
      // A sample in which no zone of this leg is measured counts as a gap.
      if (!measured.some(isKnown)) continue;
      const found = watch.feed(at, measured, own, (zone) => {
        const part = parts[zone];
        return part !== undefined && isOn(settings, side, zone, part);
      });
      if (found) return found;
    }
    return null;
  }
}

const isKnown = (pressure: number | null): boolean => pressure !== null;

const timeOf = (clock: Milliseconds, index: number, period: Milliseconds): Milliseconds =>
  milliseconds(clock + index * period);
