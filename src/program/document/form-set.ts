/** The settings saved with a program, in the form that a document has. */

import { mmhg, seconds } from '../../../firmware-protocol/quantities.ts';
import type { BodyPart } from '../../../firmware-protocol/zones.ts';
import { asProgrammed, type Program, type SavedSettings, type ZoneSetting } from '../program.ts';

export interface ZoneDocument {
  readonly on: boolean;
  readonly trimMmhg: number;
  readonly boostMmhg: number;
  readonly boostHoldSeconds: number;
}

/** `intensityMmhg` or `minutes` null: that of the program. `zones` null: no zone is set. */
export interface SetDocument {
  readonly intensityMmhg: number | null;
  readonly minutes: number | null;
  readonly zones: {
    readonly of: readonly BodyPart[];
    readonly left: readonly ZoneDocument[];
    readonly right: readonly ZoneDocument[];
  } | null;
}

export const zoneDefaults: ZoneDocument = {
  on: asProgrammed.on,
  trimMmhg: asProgrammed.trim,
  boostMmhg: asProgrammed.boost.pressure,
  boostHoldSeconds: asProgrammed.boost.hold,
};

function zoneDocument({ on, trim, boost }: ZoneSetting): Partial<ZoneDocument> {
  return {
    ...(on ? {} : { on }),
    ...(trim === 0 ? {} : { trimMmhg: trim }),
    ...(boost.pressure === 0 ? {} : { boostMmhg: boost.pressure }),
    ...(boost.hold === 0 ? {} : { boostHoldSeconds: boost.hold }),
  };
}

/** The settings that differ from the program's own; null if none do. */
export function setDocument({ peak, minutes, set }: Program) {
  if (!set) return null;
  const { zones } = set;
  const written = {
    ...(set.intensity === peak ? {} : { intensityMmhg: set.intensity }),
    ...(set.minutes === minutes ? {} : { minutes: set.minutes }),
    ...(zones === null
      ? {}
      : {
          zones: {
            of: zones.of,
            left: zones.zones.left.map(zoneDocument),
            right: zones.zones.right.map(zoneDocument),
          },
        }),
  };
  return Object.keys(written).length > 0 ? written : null;
}

const zoneOf = ({ on, trimMmhg, boostMmhg, boostHoldSeconds }: ZoneDocument): ZoneSetting => ({
  on,
  trim: mmhg(trimMmhg),
  boost: { pressure: mmhg(boostMmhg), hold: seconds(boostHoldSeconds) },
});

/** Null if the document sets nothing. */
export function readSavedSettings(
  written: SetDocument | null,
  peak: number,
  minutes: number,
): SavedSettings | null {
  if (written === null) return null;
  const { zones } = written;
  if (written.intensityMmhg === null && written.minutes === null && zones === null) return null;
  return {
    intensity: mmhg(written.intensityMmhg ?? peak),
    minutes: written.minutes ?? minutes,
    zones: zones && {
      of: zones.of,
      zones: { left: zones.left.map(zoneOf), right: zones.right.map(zoneOf) },
    },
  };
}
