/**
 * Measures the zones of the connected boots from the frames in the log. The caller runs this now and then, so that it does not delay the
 * frames.
 */

import type { Feature } from '../../../firmware-protocol/feature.ts';
import { isHub, isLaterMinor, zonesOf } from '../../../firmware-protocol/feature.ts';
import { uuids } from '../../../firmware-protocol/profile.ts';
import { decodeTelemetry } from '../../../firmware-protocol/telemetry.ts';
import { type Diagnosis, diagnose } from '../../diagnosis/diagnose.ts';
import { figuresOf, type ZoneFigures } from '../../diagnosis/figures.ts';
import type { LoggedFrame } from '../../diagnosis/log/logged-frame.ts';
import { BootMeasures } from '../../diagnosis/measures/zone-measures.ts';

export interface LoggedBoots {
  readonly boot: number;
  readonly feature: Feature;
  readonly isSwapped: boolean;
}

interface Measured extends LoggedBoots {
  readonly measuring: BootMeasures;
}

export class MeasuredBoots {
  #measured: readonly Measured[] = [];
  /** Number of the last frame that was measured or skipped. */
  #number: number;

  constructor(boots: readonly LoggedBoots[], from: number) {
    this.#number = from;
    this.#measured = boots.map((each) => ({ ...each, measuring: new BootMeasures(each.feature) }));
  }

  /** Names the boots by serial number, kind and number of zones, and says whether they are swapped; '' if there are none. */
  get key(): string {
    return this.#measured
      .map(({ feature: { serial, kind, parts }, isSwapped }) =>
        [serial, kind, parts.length, ...(isSwapped ? ['swapped'] : [])].join(' '),
      )
      .join();
  }

  isOf(boots: readonly LoggedBoots[]): boolean {
    const named = (all: readonly LoggedBoots[]): string =>
      all.map(({ boot, feature, isSwapped }) => `${boot} ${feature.serial} ${isSwapped}`).join();
    return named(boots) === named(this.#measured);
  }

  /** One per zone, device by device, in the order of the zone numbers: each leg from the foot up, a hub's left leg first. */
  get figures(): readonly ZoneFigures[] {
    return this.#measured.flatMap(({ feature, measuring }) =>
      measuring.zones.map((zone) => figuresOf(zone, feature.parts.length)),
    );
  }

  get diagnosis(): Diagnosis {
    const isShared = this.#measured.some(({ feature }) => isHub(feature));
    return diagnose(this.figures, isShared ? 'shared' : 'each');
  }

  /** @param frames in the order in which they were logged */
  take(frames: readonly LoggedFrame[]): void {
    for (const frame of frames) {
      if (frame.number <= this.#number) continue;
      this.#number = frame.number;
      if (frame.kind !== 'notified' || frame.uuid !== uuids.telemetry) continue;
      const of = this.#measured.find(({ boot }) => boot === frame.boot);
      if (!of) continue;
      const decoded = decodeTelemetry(frame.bytes, zonesOf(of.feature), isLaterMinor(of.feature));
      if (decoded.ok) of.measuring.take(decoded.value);
    }
  }

  get number(): number {
    return this.#number;
  }
}
