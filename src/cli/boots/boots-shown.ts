/** What `npm run boots` shows about its boots, as plain values. */

import type { Target } from '../../../firmware-protocol/keyframe.ts';
import type { Mmhg, Seconds } from '../../../firmware-protocol/quantities.ts';
import { decodeStatus, type Status } from '../../../firmware-protocol/status.ts';
import { type BodyPart, type Side, zoneLayouts } from '../../../firmware-protocol/zones.ts';
import type { OnAirState } from '../../radio/on-air.ts';
import type { BootOnLeg } from '../boots-on-legs.ts';

export interface ZoneShown {
  readonly part: BodyPart;
  /** True pressure in the bag. */
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
  /** Time by the boots' clock. */
  readonly at: Seconds;
  readonly what: string;
  /** The boots' answer; null if there is none yet, or none is expected. */
  readonly answer: string | null;
  /** Number of times in a row that the same request was made. */
  readonly times: number;
}

export interface BootShown {
  readonly name: string;
  /** Name of the Bluetooth adapter, such as hci0. */
  readonly adapter: string;
  readonly air: OnAirState;
  readonly links: number;
  /** Null if the status could not be decoded, which is a bug. */
  readonly status: Status | null;
  readonly blinking: boolean;
  readonly legs: readonly LegShown[];
  /** The most recent requests, newest last. */
  readonly requests: readonly LoggedRequest[];
}

export interface BootsShown {
  readonly boots: readonly BootShown[];
  /** The faults to choose from; null while the user is not choosing one. */
  readonly faults: readonly FaultChoice[] | null;
  /** What a key or a timed fault did last, or why it failed; '' = nothing to show. */
  readonly note: string;
}

export interface FaultChoice {
  readonly key: string;
  readonly name: string;
  readonly meaning: string;
}

/** The legs of a boot or a hub: the true pressures and the firmware's targets. */
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
