/** What `npm run boots` shows about its boots, as plain values. */

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

/** A request from a central. */
export interface LoggedRequest {
  /** Boots' time. */
  readonly at: Seconds;
  readonly what: string;
  /** The boots' answer; null if there is none yet, or none is expected. */
  readonly answer: string | null;
  /** How many times in a row it was made. */
  readonly times: number;
}

export interface BootShown {
  readonly name: string;
  /** Such as hci0. */
  readonly adapter: string;
  readonly air: OnAirState;
  readonly links: number;
  /** Null = could not be read, which is a bug. */
  readonly status: Status | null;
  readonly blinking: boolean;
  readonly legs: readonly LegShown[];
  /** The most recent requests, newest last. */
  readonly requests: readonly LoggedRequest[];
}

export interface BootsShown {
  readonly boots: readonly BootShown[];
  /** Faults to choose from; null while none is being chosen. */
  readonly faults: readonly FaultChoice[] | null;
  /** What was done last; '' = nothing. */
  readonly note: string;
}

export interface FaultChoice {
  readonly key: string;
  readonly name: string;
  readonly meaning: string;
}

/** The current state of a boot's, or hub's, firmware and air. */
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
