/** Flags that say which boots to simulate or to draw programs for. */

import { type Command, Option } from 'commander';
import { ZONES_MAX, ZONES_MIN } from '../../../firmware-protocol/zones.ts';
import { builds, type SimulatedBuild } from '../../simulator/boots-builds.ts';
import { within } from './number-argument.ts';

export interface BuildFlags extends Pick<SimulatedBuild, 'boots' | 'holds' | 'valves'> {
  readonly zones: number;
  /** Flow of each pump without back pressure, 4 to 20 L/min; by default that of the simulated plant (bags, valves and pump). */
  readonly pump?: number;
}

export const buildOption = (name: keyof SimulatedBuild): Option => {
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
