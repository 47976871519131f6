/** What `npm run boots` shows of its boots, as plain values. */

import type { Target } from '../../../firmware-protocol/keyframe.ts';
import type { Mmhg, Seconds } from '../../../firmware-protocol/quantities.ts';
import { decodeStatus, type Status } from '../../../firmware-protocol/status.ts';
import { type BodyPart, type Side, zoneLayouts } from '../../../firmware-protocol/zones.ts';
import type { OnAirState } from '../../radio/on-air.ts';
import type { WornBoot } from '../worn-boots.ts';

export interface ZoneShown {
  readonly part: BodyPart;
  /** True pressure in the chamber. */
  readonly pressure: Mmhg;
  readonly target: Target;
}

export interface LegShown {
  readonly side: Side;
  /** Foot first. */
  readonly zones: readonly ZoneShown[];
}

/** Something a central asked for. */
export interface Spoken {
  /** Boots' time. */
  readonly at: Seconds;
  readonly what: string;
  /** What the boots answered; null if they have not, or do not answer this. */
  readonly answer: string | null;
  /** How often in a row. */
  readonly times: number;
}

export interface BootShown {
  readonly name: string;
  /** As hci0. */
  readonly adapter: string;
  readonly air: OnAirState;
  readonly links: number;
  /** null: they cannot say, which is a fault of ours. */
  readonly status: Status | null;
  readonly blinking: boolean;
  readonly legs: readonly LegShown[];
  /** The last ones, the newest last. */
  readonly spoken: readonly Spoken[];
}

export interface BootsShown {
  readonly boots: readonly BootShown[];
  /** Faults to choose from; null while none is being chosen. */
  readonly faults: readonly FaultChoice[] | null;
  /** What was done last; '' is nothing. */
  readonly note: string;
}

export interface FaultChoice {
  readonly key: string;
  readonly name: string;
  readonly meaning: string;
}

/** What the firmware and the air of a boot, or of a hub, are at now. */
export function legsOf({ boots, sides }: WornBoot): readonly LegShown[] {
  const { plant, peripheral } = boots;
  const parts = zoneLayouts[plant.zonesPerLeg] ?? [];
  return sides.map((side, leg) => ({
    side,
    zones: parts.map((part, zone) => {
      const at = leg * parts.length + zone;
      return { part, pressure: plant.pressure(at), target: peripheral.targets[at] ?? 'vent' };
    }),
  }));
}

export function statusOf({ boots }: WornBoot): Status | null {
  const decoded = decodeStatus(boots.peripheral.status);
  return decoded.ok ? decoded.value : null;
}
