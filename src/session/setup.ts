/** The setup of a session: what a person has set, and for which zones. */

import type { BodyPart } from '../../firmware-protocol/zones.ts';
import { postMarathon } from '../program/presets/post-marathon.ts';
import { allAsProgrammed, type Settings, type SetZones, startingSettings } from '../program/program.ts';

export interface Setup {
  readonly settings: Settings;
  /** The zones of the boots for which the settings of single zones were made; empty = no boots were connected then. */
  readonly zonesOf: readonly BodyPart[];
  /** The person's own settings for single zones, kept while a program that brings such settings is chosen. */
  readonly ownZones: SetZones;
}

export const initialSetup: Setup = {
  settings: startingSettings(postMarathon),
  zonesOf: [],
  ownZones: { of: [], zones: allAsProgrammed },
};
