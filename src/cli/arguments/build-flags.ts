/** Flags for the kind of boots to simulate or plan for, shared by all commands. */

import { type Command, Option } from 'commander';
import { ZONES_MAX, ZONES_MIN } from '../../../firmware-protocol/zones.ts';
import { type Build, builds } from '../../simulator/boots-builds.ts';
import { within } from './number-argument.ts';

export interface BuildFlags extends Pick<Build, 'boots' | 'holds' | 'valves'> {
  /** Zones per leg. */
  readonly zones: number;
  /** Free flow of each pump, L/min; by default the usual one. */
  readonly pump?: number;
}

/** An option whose choices are those of `builds`. */
export const buildOption = (name: keyof Build): Option => {
  const { words, about } = builds[name];
  return new Option(`--${name} <word>`, about).choices(words).default(words[0]);
};

export const withBuildFlags = (command: Command): Command =>
  command
    .addOption(buildOption('boots'))
    .addOption(
      new Option('--zones <n>', 'zones per leg').default(5).argParser(within(ZONES_MIN, ZONES_MAX, '', true)),
    )
    .addOption(buildOption('holds'))
    .addOption(buildOption('valves'))
    .addOption(new Option('--pump <l/min>', 'free flow of a pump').argParser(within(4, 20, ' L/min', false)));
