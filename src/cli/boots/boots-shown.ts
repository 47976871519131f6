/** What `npm run boots` shows about its boots, as plain values. */

import type { Target } from '../../../firmware-protocol/keyframe.ts';
import type { Mmhg, Seconds } from '../../../firmware-protocol/quantities.ts';
import { decodeStatus, type Status } from '../../../firmware-protocol/status.ts';
import { type BodyPart, type Side, zoneLayouts } from '../../../firmware-protocol/zones.ts';
import type { OnAirState } from '../../radio/on-air.ts';
import type { BootOnLeg } from '../boots-on-legs.ts';

export interface ZoneShown {
  readonly part: BodyPart;
  /** True pressure in the bag, not the sensor's reading. */
  readonly pressure: Mmhg;
  readonly target: Target;
}

export interface LegShown {
  readonly side: Side;
  /** Foot first. */
  readonly zones: readonly ZoneShown[];
}

/** A request from a central (a page or a phone). */
export interface LoggedRequest {
  /** By the boots' clock. */
  readonly at: Seconds;
  readonly what: string;
  /** Null if there is no answer yet, or none is expected. */
  readonly answer: string | null;
  readonly times: number;
}

export interface BootShown {
  readonly name: string;
  readonly adapter: string;
  readonly air: OnAirState;
  readonly links: number;
  /** Null if the status could not be decoded, which is a bug. */
  readonly status: Status | null;
  readonly blinking: boolean;
  readonly legs: readonly LegShown[];
  /** Newest last. */
  readonly requests: readonly LoggedRequest[];
}

export interface BootsShown {
  readonly boots: readonly BootShown[];
  readonly faults: readonly FaultChoice[] | null;
  /** What a key or a timed fault did last, or why it failed; '' = nothing to show. */
  readonly note: string;
}

export interface FaultChoice {
  readonly key: string;
  readonly name: string;
  readonly meaning: string;
}

export function legsOf({ boots, sides }: BootOnLeg): readonly LegShown[] {
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

export function statusOf({ boots }: BootOnLeg): Status | null {
  const decoded = decodeStatus(boots.peripheral.status);
  return decoded.ok ? decoded.value : null;
}
