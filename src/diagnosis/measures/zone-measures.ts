/** Measures the zones of one boot, or of one hub, from its telemetry. Begin here to read how figures are measured. */

import type { Feature } from '../../../firmware-protocol/feature.ts';
import { isHub, zonesOf } from '../../../firmware-protocol/feature.ts';
import { type Seconds, seconds } from '../../../firmware-protocol/quantities.ts';
import type { Telemetry } from '../../../firmware-protocol/telemetry.ts';
import type { BodyPart, Side } from '../../../firmware-protocol/zones.ts';
import { type Fill, Fills } from './fills.ts';
import { type Loss, Losses } from './losses.ts';
import { pumpShare } from './pump-share.ts';
import { Releases } from './releases.ts';
import { type Stillness, StillnessMeasure } from './stillness.ts';
import { usualBag } from './usual-bag.ts';

/** Samples further apart than this, s, have a gap between them, in which nothing is measured. */
const LONGEST_STEP = 0.6;

/** The measurements of one zone. Null or empty = not measured. */
export interface ZoneMeasures {
  readonly side: Side;
  /** 0 at the foot. */
  readonly zone: number;
  readonly part: BodyPart;
  readonly fills: readonly Fill[];
  /** The fill that is under way; null = none is. */
  readonly filling: Fill | null;
  readonly loss: Loss | null;
  /** Durations of the latest releases (releases.ts), oldest first, s. */
  readonly releases: readonly number[];
  /** The longest time that a release has taken so far without completing, since the last of `releases`, s; 0 = none. */
  readonly unreleased: number;
  readonly still: Stillness;
}

interface Zone {
  readonly side: Side;
  readonly zone: number;
  readonly part: BodyPart;
  readonly fills: Fills;
  readonly losses: Losses;
  readonly releases: Releases;
  readonly still: StillnessMeasure;
}

export const sidesOf = ({ kind }: Feature): readonly Side[] => (kind === 'hub' ? ['left', 'right'] : [kind]);

const zonesMeasured = (feature: Feature): readonly Zone[] =>
  sidesOf(feature).flatMap((side) =>
    feature.parts.map((part, zone) => {
      const bag = usualBag(feature.parts.length, zone);
      return {
        side,
        zone,
        part,
        fills: new Fills(bag),
        losses: new Losses(),
        releases: new Releases(bag),
        still: new StillnessMeasure(),
      };
    }),
  );

export class BootMeasures {
  readonly #feature: Feature;
  readonly #zones: readonly Zone[];
  #lastAt: Seconds | null = null;

  constructor(feature: Feature) {
    this.#feature = feature;
    this.#zones = zonesMeasured(feature);
  }

  get zones(): readonly ZoneMeasures[] {
    return this.#zones.map(({ side, zone, part, fills, losses, releases, still }) => ({
      side,
      zone,
      part,
      fills: fills.fills,
      filling: fills.current,
      loss: losses.loss,
      releases: releases.times,
      unreleased: releases.longestUnfinished,
      still: still.stillness,
    }));
  }

  take({ clock, pump, targets, samples }: Telemetry): void {
    if (targets.length !== zonesOf(this.#feature)) return;
    const free = (pump / 100) * this.#feature.pumpFlow;
    samples.forEach(({ pressures, valves }, i) => {
      const at = seconds((clock + i * this.#feature.samplePeriod) / 1000);
      const step = this.#lastAt === null ? 0 : at - this.#lastAt;
      const dt = seconds(step > 0 && step < LONGEST_STEP ? step : 0);
      this.#lastAt = at;
      const filling = valves.flatMap(({ fill }, zone) => (fill ? [zone] : []));
      const shares = pumpShare(
        filling.map((zone) => pressures[zone] ?? 0),
        free,
      );
      this.#zones.forEach(({ fills, losses, releases, still }, zone) => {
        const valve = valves[zone];
        const sample = {
          at,
          dt,
          pressure: pressures[zone] ?? null,
          fill: valve?.fill ?? false,
          vent: valve?.vent ?? false,
          target: targets[zone] ?? 'vent',
          flow: valve?.fill ? (shares[filling.indexOf(zone)] ?? 0) : 0,
          filling: filling.length,
        };
        fills.take(sample);
        losses.take(sample);
        releases.take(sample);
        still.take(sample);
      });
    });
  }
}

export const onePump = isHub;
