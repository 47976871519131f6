/** What a person has set, and the zones it was set for. */

import type { BodyPart } from '../../firmware-protocol/zones.ts';
import { postMarathon } from '../program/presets/post-marathon.ts';
import { allAsProgrammed, type Settings, type SetZones, startingSettings } from '../program/program.ts';

export interface Wishes {
  readonly settings: Settings;
  /** The settings of single zones are meant for these; empty = no boots were there yet. */
  readonly zonesOf: readonly BodyPart[];
  /** The person's own settings of single zones, while a program that brings its own is chosen. */
  readonly ownZones: SetZones;
}

export const initialWishes: Wishes = {
  settings: startingSettings(postMarathon),
  zonesOf: [],
  ownZones: { of: [], zones: allAsProgrammed },
};
