/** Watches the pressures of both legs, while a program of this page runs, with a watch for each (safety/live-watch.ts). */

import { inSeconds, type Milliseconds, milliseconds } from '../../../firmware-protocol/quantities.ts';
import type { Telemetry } from '../../../firmware-protocol/telemetry.ts';
import type { Side } from '../../../firmware-protocol/zones.ts';
import { highestTargetOf } from '../../program/boots-shape.ts';
import { type LiveBreach, LiveWatch } from '../../safety/live-watch.ts';
import type { Plan } from '../../scheduler/plan.ts';
import { isPlanned } from '../regions/therapy.ts';
import { type BootsFacts, isStopping, type Together } from '../state.ts';
import { zonesOn } from '../zones-on.ts';

export interface Guarded extends LiveBreach {
  readonly side: Side;
}

export class PressureGuard {
  #watches: Partial<Record<Side, LiveWatch>> = {};
  /** The plan's boots and settings change within a session; that a session is on does not. */
  #isOn = false;

  /** @returns the first limit that is not kept; null while all are, or where this page plans nothing */
  feed(state: Together, telemetry: Telemetry): Guarded | null {
    const plan = isPlanned(state.therapy) && !isStopping(state) ? state.therapy.plan : null;
    if (!plan || state.therapy.kind === 'preparing') {
      this.#isOn = false;
      return null;
    }
    if (!this.#isOn) this.#begin(state.boots, plan);
    for (const side of state.boots.shape.sides) {
      const found = this.#on(side, state.boots, telemetry);
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

  #on(side: Side, boots: BootsFacts, { clock, samples, targets }: Telemetry): LiveBreach | null {
    const zones = zonesOn(boots, side);
    const own = zones.map((zone) => targets[zone] ?? 'vent');
    for (const [index, { pressures }] of samples.entries()) {
      const measured = zones.map((zone) => pressures[zone] ?? null);
      // A leg that is not measured has a gap.
      if (measured.every((pressure) => pressure === null)) continue;
      const at = inSeconds(timeOf(clock, index, boots.feature.samplePeriod));
      const found = this.#watches[side]?.feed(at, measured, own);
      if (found) return found;
    }
    return null;
  }
}

const timeOf = (clock: Milliseconds, index: number, period: Milliseconds): Milliseconds =>
  milliseconds(clock + index * period);
