/** Finds the zones that the user has set otherwise than the program. */

import type { Side } from '../../../firmware-protocol/zones.ts';
import { asProgrammed, type ZoneSetting, type ZoneSettings } from '../../program/program.ts';
import { sameZone } from '../../program/zones.ts';

export const isAsProgrammed = (setting: ZoneSetting): boolean => sameZone(setting, asProgrammed);

/** The left leg's zones first, each leg's from the foot up. */
export const changedZones = (
  zones: ZoneSettings,
): readonly { readonly side: Side; readonly zone: number }[] =>
  (['left', 'right'] as const).flatMap((side) =>
    zones[side].flatMap((setting, zone) => (isAsProgrammed(setting) ? [] : [{ side, zone }])),
  );
