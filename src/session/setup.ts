/** The setup of a session: what a person has set, and for which zones. */

import type { BodyPart } from '../../firmware-protocol/zones.ts';
import { postMarathon } from '../program/presets/post-marathon.ts';
import { allAsProgrammed, type Settings, type SetZones, startingSettings } from '../program/program.ts';

export interface Setup {
  readonly settings: Settings;
  /** The zones for which the settings of single zones are meant; empty = no boots were connected when they were made. */
  readonly zonesOf: readonly BodyPart[];
  /** The person's own settings of single zones, kept while a program with such settings of its own is chosen. */
  readonly ownZones: SetZones;
}

export const initialSetup: Setup = {
  settings: startingSettings(postMarathon),
  zonesOf: [],
  ownZones: { of: [], zones: allAsProgrammed },
};
