/** Watches the measured pressures while a program of this page runs or is paused, with a LiveWatch (safety/live-watch.ts) for each leg. */

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

export class PressureGuard {
  #watches: Partial<Record<Side, LiveWatch>> = {};
  /**
   * Whether the watches are on. They begin once per session, with the limits that held then, because the plan's settings may change during the
   * session.
   */
  #isOn = false;

  /** @returns the first limit that is broken; null if none is, or if nothing is watched */
  feed(state: WithBoots, telemetry: Telemetry): LegBreach | null {
    const plan = isPlanned(state.therapy) && !isStopping(state) ? state.therapy.plan : null;
    if (!plan || state.therapy.kind === 'preparing') {
      this.#isOn = false;
      return null;
    }
    if (!this.#isOn) this.#begin(state.boots, plan);
    for (const side of state.boots.shape.sides) {
      const found = this.#on(side, state.boots, plan, telemetry);
      if (found) return { ...found, side };
    }
    return null;
  }

  #begin({ shape, feature }: BootsFacts, { settings }: Plan): void {
    this.#isOn = true;
    const highest = highestTargetOf(feature, settings.confirmed);
    this.#watches = Object.fromEntries(
      shape.sides.map((side) => [side, new LiveWatch(shape.parts.length, highest, shape.longestAbove30)]),
    );
  }

  #on(side: Side, boots: BootsFacts, plan: Plan, { clock, samples, targets }: Telemetry): LiveBreach | null {
    const isSwitchedOn = (zone: number): boolean => {
      const part = boots.shape.parts[zone];
      return part !== undefined && isOn(plan.settings, side, zone, part);
    };
    const [first = 0] = zonesOn(boots, side);
    const last = first + boots.shape.parts.length;
    const own = targets.slice(first, last);
    for (const [index, { pressures }] of samples.entries()) {
      const measured = pressures.slice(first, last);
      // A sample in which no zone of this leg is measured counts as a gap.
      if (measured.every((pressure) => pressure === null)) continue;
      const at = inSeconds(timeOf(clock, index, boots.feature.samplePeriod));
      const found = this.#watches[side]?.feed(at, measured, own, isSwitchedOn);
      if (found) return found;
    }
    return null;
  }
}

const timeOf = (clock: Milliseconds, index: number, period: Milliseconds): Milliseconds =>
  milliseconds(clock + index * period);
